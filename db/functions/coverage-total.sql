-- One figure of the country or of a set of places, with what it is divided by and the target that it works toward.

-- What a total is divided by, in words: a published row, the units on record, or the indicator's own amounts.
create function api.denominator_ref(in_indicator text, in_id text, in_units numeric) returns jsonb
  language plpgsql stable
as $$
begin
  return (
    select case
      when declaration ->> 'kind' <> 'coverage' then jsonb_build_object(
        'id', 'amount', 'note', declaration -> 'denominator' -> 'title', 'reference_date', null, 'source', null,
        'parts', '[]'::jsonb)
      when in_id = 'units' then jsonb_build_object(
        'id', 'units', 'reference_date', null, 'parts', '[]'::jsonb,
        'note', case declaration ->> 'counted_by'
          when 'local_authority' then jsonb_build_object('th', 'อปท. ที่มีในทะเบียน: ' || register.title_th,
            'en', 'local authorities in the register: ' || register.title_en)
          when 'province' then jsonb_build_object('th', 'จังหวัดตาม ' || boundary.title_th,
            'en', 'provinces of: ' || boundary.title_en)
          else jsonb_build_object('th', 'ตำบลและแขวงตาม ' || boundary.title_th,
            'en', 'tambon and khwaeng of: ' || boundary.title_en) end,
        'source', case declaration ->> 'counted_by' when 'local_authority' then api.source_line(register.id)
          else api.source_line(boundary.id) end)
      else (
        select jsonb_build_object(
          'id', denominator.id, 'reference_date', denominator.reference_date,
          'source', api.source_line(denominator.source_id),
          'note', jsonb_build_object(
            'th', format('%s · %s (ในทะเบียนมี %s)', denominator.title_th, denominator.note_th, to_char(in_units, 'FM999,999,990')),
            'en', format('%s · %s (%s on record here)', denominator.title_en, denominator.note_en, to_char(in_units, 'FM999,999,990'))),
          'parts', coalesce((
            select jsonb_agg(jsonb_build_object('title', jsonb_build_object('th', part.title_th, 'en', part.title_en),
              'value', part.value) order by part.value desc)
            from denominator part where part.part_of = denominator.id), '[]'))
        from denominator where id = in_id)
    end
    from indicator
    join boundary_version on is_current
    join source boundary on boundary.id = boundary_version.source_id
    left join source register on register.id = (select source_id from local_authority limit 1)
    where indicator.id = in_indicator);
end $$;

-- A set without the areas that lie in another place of it.
create function api.without_covered(in_within text[], in_fiscal_year integer) returns text[] language plpgsql stable as $$
begin
  return (
    with
    held as (
      select place, coalesce(province_code, place) as area
      from unnest(in_within) place
      left join api.regions_in(in_fiscal_year) on region_code = place
      where place ~ '^[0-9]' or province_code is not null
    ),
    covered as (
      select asked.place
      from unnest(in_within) asked(place)
      cross join unnest(array[left(asked.place, 2), left(asked.place, 4), asked.place]) around
      join held on held.area = around and held.place <> asked.place
      where asked.place ~ '^[0-9]'
    )
    select array_agg(distinct place order by place) from unnest(in_within) place where place not in (select place from covered));
end $$;

-- The figure of a set of places, explained; null: of the country. A target is of one place, so several have none.
-- in_denominator: one of those the indicator declares, for the country only.
create function api.coverage_total(
  in_indicator text, in_fiscal_year integer, in_within text[], in_denominator text default null
) returns jsonb language plpgsql stable as $$
begin
  return (
    with
    asked as (
      select indicator.id as indicator_id, declaration, declaration ->> 'kind' as kind,
        case when declaration ->> 'kind' <> 'coverage' then 'amount'
          when in_within is not null then 'units'
          else coalesce(in_denominator, declaration -> 'denominators' ->> 0) end as denominator_id
      from indicator where id = in_indicator
    ),
    found as (
      select * from api.coverage_rows(in_indicator, in_fiscal_year, 'country', in_within)
    ),
    -- the row, divided by the denominator that was asked for
    divided as (
      select asked.*, found.value, found.numerator, found.certainty, found.withheld, coalesce(found.units, 0) as units,
        coalesce(found.counted, 0) as counted, coalesce(found.not_counted, 0) as not_counted,
        coalesce(found.unknown, 0) as unknown, coalesce(found.not_applicable, 0) as not_applicable,
        against.denominator, against.ratio
      from asked
      left join found on true
      left join denominator published on published.id = asked.denominator_id
      cross join lateral api.against_published(published.value, found.value, found.numerator, found.denominator, found.ratio) against
    )
    select jsonb_build_object(
      'value', divided.value, 'numerator', divided.numerator, 'denominator', divided.denominator,
      'denominator_source', case when divided.denominator is not null
        then api.denominator_ref(indicator_id, divided.denominator_id, divided.units) end,
      'denominator_choices', case when kind = 'coverage' and in_within is null then (
        select jsonb_agg(jsonb_build_object(
          'id', choice, 'numerator', divided.value,
          'denominator', case when divided.value is not null then coalesce(published.value, divided.units) end,
          'title', case when published.id is null
            then jsonb_build_object('th', 'จำนวนที่มีบนแผนที่และในทะเบียน', 'en', 'What is on the map and in the register')
            else jsonb_build_object('th', published.title_th, 'en', published.title_en) end,
          'ratio', trim_scale(round(divided.value / nullif(coalesce(published.value, divided.units), 0), 6)))
          order by place)
        from jsonb_array_elements_text(declaration -> 'denominators') with ordinality listed(choice, place)
        left join denominator published on published.id = choice) else '[]' end,
      'ratio', divided.ratio, 'units', divided.units, 'counted', divided.counted, 'not_counted', divided.not_counted,
      'unknown', divided.unknown, 'not_applicable', divided.not_applicable,
      'certainty', coalesce(divided.certainty, 'exact'),
      'withheld_below', api.withheld_below(divided.withheld),
      'target', case when target.value is not null then jsonb_build_object(
        'value', target.value, 'fiscal_year', target.fiscal_year, 'version', target.version, 'owner', target.owner,
        'denominator', of_target.value,
        'denominator_note', case when of_target.id is not null then jsonb_build_object(
          'th', of_target.title_th || ' · ' || of_target.note_th, 'en', of_target.title_en || ' · ' || of_target.note_en) end,
        'source', api.source_line(target.source_id)) end,
      'target_ratio', round(case kind when 'rate' then divided.ratio else divided.value end / nullif(target.value, 0), 6))
    from divided
    cross join (select api.without_covered(in_within, in_fiscal_year) as places offset 0) asked_within
    left join api.target_in_force(in_indicator,
      case when in_within is null then 'TH' when cardinality(places) = 1 then places[1] end, in_fiscal_year) target on true
    left join denominator of_target on of_target.id = target.denominator_id);
end $$;
