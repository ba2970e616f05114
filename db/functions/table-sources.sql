-- Where the rows of a table of figures come from, once for the whole: titles with their publishers, and licences, in the
-- same order. in_with_authorities: the list that local authorities are named by is one of them.
create function api.table_sources(in_indicator text, in_with_authorities boolean)
  returns table (sources_th text, sources_en text, licences_th text, licences_en text) language sql stable
as $$
  select string_agg(title_th || ' (' || publisher_th || ')', '; ' order by id),
    string_agg(title_en || ' (' || publisher_en || ')', '; ' order by id),
    string_agg(licence_th, '; ' order by id), string_agg(licence_en, '; ' order by id)
  from (
    select id, title_th, title_en, publisher_th, publisher_en, licence_th, licence_en from api.indicator_sources(in_indicator)
    union
    select id, title_th, title_en, publisher_th, publisher_en, licence_th, licence_en from source
    where in_with_authorities and id in (select source_id from local_authority)
  ) used
$$;
