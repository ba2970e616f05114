-- Which figures an edit of reference data touches. Records have theirs from their declarations (record-triggers.sql).

-- A list of authorities that came or went changes whatever is counted by them.
create trigger lock_first before insert or update or delete on local_authority
  for each statement execute function api.before_record_change();
create trigger refresh_insert after insert on local_authority referencing new table as new_row
  for each statement execute function api.after_record_change('{quality_review}', 'select code from touched');
create trigger refresh_delete after delete on local_authority referencing old table as old_row
  for each statement execute function api.after_record_change('{quality_review}', 'select code from touched');
create trigger refresh_update after update on local_authority referencing new table as new_row old table as old_row
  for each statement execute function api.after_record_change('{quality_review}', 'select code from touched');
