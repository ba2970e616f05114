create table market (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  position geometry(Point, 4326),
  produce text not null,
  name_th text not null,
  opened_on date,
  stall_count integer,
  constraint market__name_is_not_blank check (btrim(name_th) <> ''),
  constraint market__stalls_are_not_negative check (stall_count >= 0)
);
select add_record_columns('market', in_has_title => true);
create index market__area on market (area_code);
create index market__position on market using gist (position);
comment on table market is 'A market that a community keeps.';

create table market_organization (
  market_id uuid not null references market on delete cascade,
  organization_id uuid not null references organization,
  primary key (market_id, organization_id)
);
create index market_organization__organization on market_organization (organization_id);
comment on table market_organization is 'An organization that sells at a market.';
