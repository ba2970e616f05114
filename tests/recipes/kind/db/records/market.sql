-- How many organizations sell at a market.
create function record."market/figures"(item record.market) returns jsonb language sql stable as $$
  select jsonb_build_object('organization_count', (select count(*) from market_organization where market_id = item.id))
$$;
