-- Achievements are derived: the refresh functions alone write them, from indicators and units that are there. Checking
-- two foreign keys for each of half a million rows took more than a third of counting everything again, and could never
-- find anything. The key to a local authority stays: its rows go with it.
alter table achievement
  drop constraint achievement_indicator_id_fkey,
  drop constraint achievement_area_code_fkey;
