alter table organization add column office_address text,
  add constraint organization__office_address_is_not_blank check (btrim(office_address) <> '');
