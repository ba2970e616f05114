-- Sources as answers say them, and how much of what they gave is made up.

create function api.source_ref(in_id text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', id, 'title_th', title_th, 'title_en', title_en, 'publisher_th', publisher_th,
    'publisher_en', publisher_en, 'licence_th', licence_th, 'licence_en', licence_en, 'licence_url', licence_url,
    'attribution', attribution, 'sha256', sha256, 'is_sample', is_sample,
    'is_redistributable', is_redistributable)
  from source where id = in_id
$$;

create function api.source_line(in_id text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', id, 'title_th', title_th, 'title_en', title_en,
    'publisher_th', publisher_th, 'publisher_en', publisher_en)
  from source where id = in_id
$$;

-- How much of what these sources gave is made up: all, some or none of it. None at all is none.
create function api.sample_extent(in_source_ids text[]) returns text language sql stable as $$
  select case when bool_and(is_sample) then 'all' when bool_or(is_sample) then 'some' else 'none' end
  from source where id = any (in_source_ids)
$$;

create function api.indicator_sources(in_indicator text) returns setof source language sql stable as $$
  select found.* from indicator
  cross join lateral api.record_sources(api.text_array(declaration -> 'depends_on')) found
  where indicator.id = in_indicator
$$;
