alter table lesson add column publisher text,
  add constraint lesson__publisher_is_not_blank check (btrim(publisher) <> '');
