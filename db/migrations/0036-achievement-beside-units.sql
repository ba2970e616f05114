-- What lies on the district of a tambon, or is only shown added up, is little among eight thousand units of an indicator and year.

create index achievement__beside_units on achievement (indicator_id, fiscal_year)
  where local_authority_code is null and length(area_code) < 6;
