-- What of each shape a local authority has follows from the crosswalk and the placement of tambon, which change with a load.
-- Figures ask for it a hundred times a page: kept, it is read by index instead of made anew each time.
create table authority_shape (
  local_authority_code text not null references local_authority on delete cascade,
  shape_code text not null references area on delete cascade,
  part bigint,
  whole bigint not null,
  share numeric,
  pieces bigint not null,
  piece numeric not null,
  primary key (local_authority_code, shape_code),
  constraint authority_shape__part_is_of_whole check (part between 0 and whole),
  constraint authority_shape__share_with_part check ((share is null) = (part is null))
);
create index authority_shape__shape on authority_shape (shape_code);
comment on table authority_shape is
  'The tambon on the map that a local authority has, kept from local_authority_area and area_placement (db/functions/authority-shapes.sql).';
comment on column authority_shape.part is 'Of the shape, in billionths of a registered tambon; null where nobody published the part';
comment on column authority_shape.whole is 'What the part is of: a billion, or as many more as the shape has registered tambon';
comment on column authority_shape.share is 'The part as a weight: the weights of one shape add up exactly';
comment on column authority_shape.pieces is 'Shapes that the authority has: each is one of so many equal parts of it';
comment on column authority_shape.piece is 'The equal part as a weight: the weights of one authority make exactly 1';
grant select on authority_shape to phuenthi_api;
