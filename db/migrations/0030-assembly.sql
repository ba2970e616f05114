create table assembly (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  theme text not null,
  name_th text not null,
  name_en text,
  held_on date not null,
  resolutions_th text,
  constraint assembly__name_is_not_blank check (btrim(name_th) <> ''),
  constraint assembly__resolutions_are_not_blank check (btrim(resolutions_th) <> '')
);
select add_record_columns('assembly', in_has_title => true);
create index assembly__area on assembly (area_code);
comment on table assembly is 'An assembly (สมัชชา) of a province or a tambon, and what it resolved.';

create table assembly_partner (
  assembly_id uuid not null references assembly on delete cascade,
  partner_id uuid not null references partner,
  primary key (assembly_id, partner_id)
);
create index assembly_partner__partner on assembly_partner (partner_id);
comment on table assembly_partner is 'A partner that was present at an assembly.';
