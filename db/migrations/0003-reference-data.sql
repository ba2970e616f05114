-- Reference data beside the areas: regions, denominators that are published figures, population.

create extension if not exists btree_gist;

create table region (
  code text primary key,
  name_th text not null,
  name_en text not null,
  source_id text not null references source,
  constraint region__code_is_r_and_digits check (code ~ '^R[0-9]{1,2}$'),
  constraint region__names_are_not_blank check (btrim(name_th) <> '' and btrim(name_en) <> '')
);
create index region__source on region (source_id);
comment on table region is 'A region (ภาค) as an office of the institution covers it. Which provinces it has is dated, in region_province.';

create table region_province (
  id bigint generated always as identity primary key,
  region_code text not null references region,
  province_code text not null references area,
  valid_from date,
  valid_to date,
  source_id text not null references source,
  constraint region_province__province_has_two_digits check (province_code ~ '^[0-9]{2}$'),
  constraint region_province__ends_after_it_begins check (valid_to >= valid_from),
  constraint region_province__one_region_at_a_time
    exclude using gist (province_code with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index region_province__region on region_province (region_code);
create index region_province__source on region_province (source_id);
comment on table region_province is 'A province belongs to a region from one day to another; open ends are null. A figure takes the grouping of its fiscal year''s last day.';

create table denominator (
  id text primary key,
  unit text not null,
  value numeric not null,
  title_th text not null,
  title_en text not null,
  note_th text not null,
  note_en text not null,
  part_of text references denominator,
  reference_date date,
  source_id text not null references source,
  constraint denominator__id_is_kebab_case check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and id <> 'units'),
  constraint denominator__unit_is_known check (unit in ('tambon', 'province', 'local_authority')),
  constraint denominator__value_is_positive check (value > 0)
);
create index denominator__part_of on denominator (part_of);
create index denominator__source on denominator (source_id);
comment on table denominator is
  'A published number of all units that a figure may be divided by, and why it is not the number on the map. Parts add up to their whole.';

create table population (
  area_code text not null references area,
  reference_date date not null,
  persons integer not null,
  households integer,
  source_id text not null references source,
  primary key (area_code, reference_date),
  constraint population__area_is_tambon check (area_code ~ '^[0-9]{6}$'),
  constraint population__persons_not_negative check (persons >= 0 and households >= 0)
);
create index population__source on population (source_id);
comment on table population is 'Registered persons and households of a tambon on a day, as published. Larger areas are sums.';

insert into source (id, title_th, title_en, publisher, licence, attribution, is_sample, reference_date) values
  ('administrative-codes', 'จำนวนจังหวัด ตำบล และแขวงตามรหัสเขตการปกครอง', 'Numbers of provinces, tambon and khwaeng by official code',
   'กรมการปกครอง', 'Published figures; quoted with attribution', 'Department of Provincial Administration', false, null),
  ('council-table-2557', 'ตารางจำนวนสภาองค์กรชุมชน 1 กันยายน 2557', 'Table of community organization councils, 1 September 2014',
   'สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)', 'Published figures; quoted with attribution', 'CODI, 1 September B.E. 2557', false, '2014-09-01');

insert into denominator (id, unit, value, title_th, title_en, note_th, note_en, part_of, reference_date, source_id) values
  ('provinces', 'province', 77, 'จังหวัดทั้งประเทศ รวมกรุงเทพมหานคร', 'Provinces of the country, Bangkok included',
   'เท่ากับจำนวนรูปแผนที่ระดับจังหวัด', 'Equal to the number of province shapes', null, null, 'administrative-codes'),
  ('tambon-official', 'tambon', 7436, 'ตำบลและแขวงตามรหัสทางการ', 'Tambon and khwaeng by official code',
   'มากกว่าจำนวนรูปแผนที่ เพราะบางรหัส (ส่วนใหญ่เป็นแขวงตั้งใหม่ในกรุงเทพฯ) ยังไม่มีรูปแผนที่ของตนเอง',
   'More than the shapes on the map: some codes, mostly newer khwaeng of Bangkok, have no shape of their own yet',
   null, null, 'administrative-codes'),
  ('tambon-official-tambon', 'tambon', 7256, 'ตำบล', 'Tambon', 'นอกกรุงเทพมหานคร', 'Outside Bangkok',
   'tambon-official', null, 'administrative-codes'),
  ('tambon-official-khwaeng', 'tambon', 180, 'แขวง', 'Khwaeng', 'ในกรุงเทพมหานคร', 'In Bangkok',
   'tambon-official', null, 'administrative-codes'),
  ('local-authority-areas-2558', 'local_authority', 7825, 'พื้นที่ อปท. ธันวาคม 2558', 'Local-authority areas, December 2015',
   'เทศบาล อบต. และเขตของกรุงเทพมหานคร ณ ธันวาคม 2558 จึงต่างจากจำนวน อปท. ในทะเบียน ซึ่งเป็นรายชื่อของปีอื่น และต่างจากจำนวนตำบล',
   'Municipalities, TAOs and Bangkok districts in December 2015: the register holds a list of another year, and tambon are counted otherwise',
   null, '2015-12-31', 'strategy-2560-2564'),
  ('local-authority-areas-2558-municipalities', 'local_authority', 2441, 'เทศบาล', 'Municipalities', 'ธันวาคม 2558', 'December 2015',
   'local-authority-areas-2558', '2015-12-31', 'strategy-2560-2564'),
  ('local-authority-areas-2558-taos', 'local_authority', 5334, 'องค์การบริหารส่วนตำบล', 'Subdistrict administrative organizations (TAO)',
   'ธันวาคม 2558', 'December 2015', 'local-authority-areas-2558', '2015-12-31', 'strategy-2560-2564'),
  ('local-authority-areas-2558-bangkok', 'local_authority', 50, 'เขตของกรุงเทพมหานคร', 'Districts of Bangkok',
   'ธันวาคม 2558', 'December 2015', 'local-authority-areas-2558', '2015-12-31', 'strategy-2560-2564'),
  ('council-units-2557', 'tambon', 7455, 'หน่วยจัดตั้งสภาองค์กรชุมชน 1 กันยายน 2557', 'Units that may have a council, 1 September 2014',
   'ตำบล เทศบาล และเขตของกรุงเทพมหานครตามตารางปี 2557', 'Tambon, municipalities and Bangkok districts of the table of 2014',
   null, '2014-09-01', 'council-table-2557');

grant select on region, region_province, denominator, population to phuenthi_api;
