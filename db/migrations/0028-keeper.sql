-- Whoever edits records has rights on their tables and no more. What is kept in step with them, and what is told of records that
-- nobody may read, is the work of a role that only functions use: db/functions/keeper.sql gives them to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'phuenthi_keeper') then
    create role phuenthi_keeper nologin;
  end if;
exception when insufficient_privilege then
  raise exception 'role phuenthi_keeper is missing and this account may not create it'
    using hint = format('run once as an administrator: CREATE ROLE phuenthi_keeper NOLOGIN; GRANT phuenthi_keeper TO %I;', current_user);
end $$;

-- Whoever gives a function away has to be a member of the role that gets it.
do $$
begin
  if not pg_has_role(current_user, 'phuenthi_keeper', 'usage') then
    execute format('grant phuenthi_keeper to %I', current_user);
  end if;
end $$;

-- It reads what the serving role reads; records that nobody else may read it reads by their declarations (record-rights.sql).
grant phuenthi_api to phuenthi_keeper;
grant select, insert, update, delete on achievement, achievement_sum, small_cell, pooled_amount, plan_standing, authority_shape,
  place_search to phuenthi_keeper;
grant select, update on data_version to phuenthi_keeper;
grant usage on sequence record_change to phuenthi_keeper;
-- on top of what is there: a version is never changed
grant insert on target_version, target_value to phuenthi_keeper;
