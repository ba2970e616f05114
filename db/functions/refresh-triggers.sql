-- Which figures an edit of reference data touches. Records have theirs from their declarations (record-triggers.sql).

-- A list of authorities that came or went changes whatever is counted by them: of the kinds whose records lie at one.
create function api.make_reference_triggers() returns void language plpgsql as $$
declare
  kinds text[] := (select array_agg(id order by id) from record_kind where declaration -> 'place' ->> 'of' = 'local_authority');
  event text;
begin
  create trigger lock_first before insert or update or delete on local_authority
    for each statement execute function api.before_record_change();
  foreach event in array array['insert', 'update', 'delete'] loop
    execute format('create trigger refresh_%1$s after %1$s on local_authority referencing %2$s
      for each statement execute function api.after_record_change(%3$L, ''select code from touched'')',
      event, api.edited_rows(event), kinds);
  end loop;
end $$;
