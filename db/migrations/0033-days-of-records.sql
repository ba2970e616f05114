-- What is asked for with every figure, and until now read of the whole table: the latest day of the records behind it
-- (api.source_date), and what lies in an area, ended or not (api.record_source_ids).
create index population__day on population (reference_date) where ended_on is null;
create index need_survey__year on need_survey (fiscal_year) where ended_on is null;
create index quality_review__day on quality_review (reviewed_on) where ended_on is null;
create index area_report__area on area_report (area_code);
