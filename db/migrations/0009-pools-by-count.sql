-- Which small figures are added up together may depend on how many there are, which everybody sees, and never on how
-- much they are: from "these two were not shown together" a reader could tell that both are 1. Pools are made anew by
-- the next recount.
delete from pooled_amount;
alter table pooled_amount
  drop constraint pooled_amount__hides_each_cell,
  -- many cells, and a sum that leaves each of them at least three of the four values
  add constraint pooled_amount__hides_each_cell check (cells >= 10 and amount between cells + 2 and 4 * cells - 2);
comment on table pooled_amount is
  'Small cells of one fiscal year added up for the smallest area around them that has enough of them: a district, else a province, a region, the country. Each cell is in one sum at most. The sum is kept off its least and its most by 2.';

-- A target that somebody sets here is no longer what the strategy says.
insert into source (id, title_th, title_en, publisher, licence, attribution, is_sample)
values ('target-set-here', 'ตั้งโดยผู้วางแผนในระบบนี้', 'Set by planners in this system', 'ผู้ที่ระบุในแต่ละฉบับ', 'as the owner says',
  'ผู้ที่ระบุในแต่ละฉบับ', false);
