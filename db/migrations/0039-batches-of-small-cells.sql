-- Whoever kept the answers of yesterday saw in a sum what each edit added to it. Sums of small cells follow the records in batches now:
-- a cell says what the records say of it and, beside it, what the sums that are told have of it.

create table small_cell_batch (
  id bigint generated always as identity primary key,
  indicator_id text not null references indicator on delete cascade,
  fiscal_year integer not null,
  place_code text not null,
  fresh integer not null,
  change integer not null,
  made_at timestamptz not null default clock_timestamp()
);
create index small_cell_batch__place on small_cell_batch (indicator_id, fiscal_year, place_code);
comment on table small_cell_batch is
  'When a sum of small cells took in what had changed, and how many cells were new to it. Never fewer than ten; a sum that was withdrawn has none.';
grant select, insert on small_cell_batch to phuenthi_keeper;

-- Made anew by the recount that follows, as at the first load: the same sums, with which cells are in them.
delete from pooled_amount;
alter table pooled_amount
  drop constraint pooled_amount__hides_each_cell,
  -- off its ends in proportion: of a sum of many near its least, nearly all would be known to be 1
  add constraint pooled_amount__hides_each_cell check (cells >= 10 and amount between cells + (cells + 4) / 5 and 4 * cells - (cells + 4) / 5),
  add column standing integer not null,
  add column batched_at timestamptz not null;
comment on column pooled_amount.standing is 'How many of its cells are small figures to this day';
comment on column pooled_amount.batched_at is 'When it last took in what had changed';

alter table small_cell
  add column told integer not null default 0,
  add column known integer,
  add column pool text,
  add column batch_id bigint references small_cell_batch,
  drop constraint small_cell__is_small,
  add constraint small_cell__is_small check (amount between 0 and 4 and told between 0 and 4 and known between 1 and 4),
  -- what was told once is remembered: the same again would be nothing new
  add constraint small_cell__is_or_was check (amount > 0 or known is not null),
  add constraint small_cell__is_told_in_a_pool check ((told > 0) = (pool is not null) and (told > 0) = (batch_id is not null));
create index small_cell__waits on small_cell (indicator_id, fiscal_year) where amount <> told;
create index small_cell__batch on small_cell (batch_id);
comment on column small_cell.amount is 'What the records say; 0 where that is no small figure any more';
comment on column small_cell.told is 'What the sum that it is in has of it; 0 where it waits for ten';
comment on column small_cell.known is 'What a sum last had of it';
comment on column small_cell.pool is 'The place whose sum has it';
