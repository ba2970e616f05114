-- An area as the line that files of areas are made of, all but its figures: written once when the boundaries are loaded, and not
-- for every reader. Filled by db/functions/export.sql. Not compressed: it is read far more often than it is stored.

create table area_feature (
  area_code text primary key references area,
  level text not null,
  point geometry(Point, 4326) not null,
  line text not null,
  constraint area_feature__level_is_known check (level in ('province', 'district', 'tambon'))
);
alter table area_feature alter column line set storage external;
comment on table area_feature is 'Areas on the map as GeoJSON features with six decimals, some 0.1 m. Rebuilt with every boundary load.';
grant select on area_feature to phuenthi_api;

drop trigger if exists set_text on area_shape;
alter table area_shape drop column geojson;
