-- The rows of the statement that a trigger fires for: those inserted, deleted, or, of an update, both as they were and as they
-- are, since an edit may move a row from one place to another.

-- What "create trigger … referencing %s" says.
create function api.edited_rows(in_event text) returns text language sql immutable as $$
  select case in_event when 'insert' then 'new table as new_row' when 'delete' then 'old table as old_row'
    else 'new table as new_row old table as old_row' end
$$;

-- "touched as (…)", for the text of a query that such a trigger puts together. @param tg_op
create function api.touched_rows(in_op text) returns text language sql immutable as $$
  select format('touched as (%s)', case in_op when 'INSERT' then 'table new_row' when 'DELETE' then 'table old_row'
    else 'table new_row union all table old_row' end)
$$;
