-- Applied first: these schemas hold only what is re-applied whole, so they are dropped and made anew.
-- Tables, and anything else that keeps data, live in public and are changed by migrations alone.
drop schema if exists api, record, in_force, tiles, indicator cascade;
create schema api;
create schema record;
create schema in_force;
create schema tiles;
create schema indicator;
grant usage on schema api, record, in_force, tiles, indicator to phuenthi_api;
