-- Records carry the folded form of their name, so that search never folds a hundred thousand rows.
create function api.set_organization_key() returns trigger language plpgsql as $$
begin
  new.name_key := api.fold_text(new.name_th || coalesce(' ' || new.name_en, ''));
  return new;
end $$;

create trigger set_key before insert or update of name_th, name_en on organization
  for each row execute function api.set_organization_key();

create function api.set_plan_key() returns trigger language plpgsql as $$
begin
  new.title_key := api.fold_text(new.title_th || coalesce(' ' || new.title_en, ''));
  return new;
end $$;

create trigger set_key before insert or update of title_th, title_en on plan
  for each row execute function api.set_plan_key();
