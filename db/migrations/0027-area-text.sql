-- Shapes as the text that files of areas are made of: written once when they are loaded, and not for every reader.
-- Kept by a trigger: db/functions/export.sql. Not compressed: it is read far more often than it is stored.

alter table area_shape add column geojson text;
alter table area_shape alter column geojson set storage external;
update area_shape set geojson = st_asgeojson(geom, 6);
alter table area_shape alter column geojson set not null;
comment on column area_shape.geojson is 'The shape as GeoJSON with six decimals, some 0.1 m.';
