-- Only the last amount that a sum had of a cell was remembered: what went back to the one before passed as new, and the difference of two
-- days came down to a single cell. And a sum that its cells had left was forgotten, so the same records loaded again never came back
-- into any. Batches were written down and never read: the date of each sum says it.

alter table small_cell
  drop constraint small_cell__is_told_in_a_pool,
  drop constraint small_cell__is_or_was,
  drop constraint small_cell__is_small,
  drop column batch_id,
  add column ever_told integer not null default 0;
drop table small_cell_batch;

update small_cell set ever_told = 1 << known where known is not null;
alter table small_cell
  drop column known,
  add constraint small_cell__is_small check (amount between 0 and 4 and told between 0 and 4),
  -- of 1 to 4 a bit each
  add constraint small_cell__ever_told_are_amounts check (ever_told between 0 and 30 and ever_told & 1 = 0),
  add constraint small_cell__is_or_was check (amount > 0 or ever_told > 0),
  add constraint small_cell__is_told_in_a_pool check (
    (told > 0) = (pool is not null) and (told = 0 or ever_told & (1 << told) > 0));
comment on column small_cell.ever_told is 'Every amount that a sum ever had of it, as bits (1 << amount): the same again is nothing new';

alter table pooled_amount add column is_told boolean not null generated always as (2 * standing >= cells) stored;
comment on column pooled_amount.is_told is
  'Whether figures have it: not while most of its cells are gone. When they are back it is told as it was.';
