-- An assembly with the level that its area says.
create or replace view record.assembly as
  select item.*, case length(item.area_code) when 2 then 'province' else 'tambon' end as level from assembly item;

create function record."assembly/figures"(item record.assembly) returns jsonb language sql immutable as $$
  select jsonb_build_object('level', item.level)
$$;
