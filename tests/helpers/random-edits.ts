// An edit of every kind of record. $1 chooses the record that it is of.

const source = "(select id from source where is_sample order by id limit 1)";
const any = (what: string, from: string, where = "true") =>
  `(select ${what} from ${from} where ${where} order by md5(${what}::text || $1) limit 1)`;
const anyTambon = any("area_code", "area_search", "level = 'tambon'");
const anyProvince = any("area_code", "area_search", "level = 'province'");

export const edits: readonly string[] = [
  `delete from organization where id = ${any("id", "organization")}`,
  `update organization set area_code = ${anyTambon} where id = ${any("id", "organization", "kind <> 'council'")}`,
  `update organization set ended_on = '2019-05-01' where id = ${any("id", "organization", "registered_on < '2019-01-01'")}`,
  `insert into organization (kind, name_th, area_code, registered_on, member_count, source_id)
   select 'welfare_fund', 'กองทุน', ${anyTambon}, '2018-02-01', 3, ${source} where $1 <> ''`,
  `update organization set area_code = ${any("area_code", "area_search", "level = 'district' and area_code like '10%' and area_code not in (select area_code from organization where kind = 'council')")}
   where id = ${any("id", "organization", "kind = 'council' and area_code like '10%'")}`,
  `delete from plan where id = ${any("id", "plan")}`,
  `update partner set sector = 'business' where id in (select id from partner order by md5(id::text || $1) limit 3)`,
  `update plan set first_fiscal_year = 2019, last_fiscal_year = 2021 where id = ${any("id", "plan")}`,
  `delete from plan_item where id = ${any("id", "plan_item")}`,
  `update plan_item_link set evidence = null where id = ${any("id", "plan_item_link", "evidence is not null")}`,
  `update plan_item_link set state = 'included', evidence = 'e', support_kind = 'staff'
   where id in (select id from plan_item_link order by md5(id::text || $1) limit 5)`,
  `delete from housing_project where id in (select id from housing_project order by md5(id::text || $1) limit 3)`,
  `update housing_project set households_benefited = 1 + abs(hashtext(id::text || $1)) % 6
   where id in (select id from housing_project order by md5(id::text || $1) limit 20)`,
  `update housing_project set area_code = ${anyTambon} where id = ${any("id", "housing_project", "households_benefited < 5")}`,
  `delete from need_survey where id = ${any("id", "need_survey")}`,
  `insert into need_survey (area_code, fiscal_year, households_surveyed, households_in_need, source_id)
   select ${anyTambon}, 2020, 100, 1 + abs(hashtext($1)) % 30, ${source}`,
  `delete from cooperation_member where id = ${any("id", "cooperation_member")}`,
  `update cooperation_mechanism set ended_on = '2020-09-30' where id = ${any("id", "cooperation_mechanism", "established_on < '2020-01-01'")}`,
  `insert into cooperation_mechanism (province_code, name_th, established_on, source_id)
   select ${anyProvince}, 'กลไก', '2016-01-01', ${source} on conflict do nothing`,
  `delete from cooperation_pilot_area where id = ${any("id", "cooperation_pilot_area")}`,
  `update community_declaration set area_code = ${anyTambon} where id = ${any("id", "community_declaration")}`,
  `update person set area_code = ${anyTambon} where id in (select id from person order by md5(id::text || $1) limit 10)`,
  `delete from person where id = ${any("id", "person")}`,
  `update training_result set passed = not passed where id in (select id from training_result order by md5(id::text || $1) limit 10)`,
  `delete from participation where id in (select id from participation order by md5(id::text || $1) limit 10)`,
  `update quality_review set score = 100 - score where id in (select id from quality_review order by md5(id::text || $1) limit 5)`,
  `delete from quality_review where id = ${any("id", "quality_review")}`,
  `update kpi_report set numerator = numerator - 1 where quarter = 4 and fiscal_year = 2017 + abs(hashtext($1)) % 5`,
  `insert into population (area_code, reference_date, persons, source_id)
   select ${anyTambon}, '2020-12-31', 1000, ${source} on conflict do nothing`,
  `delete from area_report where (area_code, dataset, fiscal_year) in (
     select area_code, dataset, fiscal_year from area_report order by md5(area_code || dataset || $1) limit 4)`,
];
