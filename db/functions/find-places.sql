-- The one search for places by name, as people type it: "ตบางรัก", "บางรัก กทม", "ต.ตลาด อ.เมืองภูเก็ต", "bang rak",
-- "ภาคเหนือ", "เทศบาลนครเชียงใหม่", "โคราช", "10 01 01", "TH5007", "L1001".
-- Of a place, its sort is what a typed prefix names: the level of an area or region, the kind of a local authority.

-- What stands before a name, and what sorts of places it is said of; `penalty` ranks a guess (ตบางรัก) below what is
-- written (ต.บางรัก). The register does not know the rank of every municipality.
create function api.place_prefixes() returns table (written text, sorts text[], penalty integer)
  language sql immutable
as $$
  values ('ภาค', '{region}'::text[], 0), ('จังหวัด', '{province}', 0), ('จว.', '{province}', 0), ('จ.', '{province}', 0),
    ('จ', '{province}', 1), ('กิ่งอำเภอ', '{district}', 0), ('อำเภอ', '{district}', 0), ('อ.', '{district}', 0),
    ('อ', '{district}', 1), ('เขต', '{district,bangkok_district}', 0), ('ตำบล', '{tambon}', 0), ('ต.', '{tambon}', 0),
    ('ต', '{tambon}', 1), ('แขวง', '{tambon}', 0),
    ('องค์การบริหารส่วนจังหวัด', '{provincial_organization}', 0), ('อบจ.', '{provincial_organization}', 0),
    ('อบจ', '{provincial_organization}', 0), ('องค์การบริหารส่วนตำบล', '{subdistrict_organization}', 0),
    ('อบต.', '{subdistrict_organization}', 0), ('อบต', '{subdistrict_organization}', 0),
    ('เทศบาลนคร', '{city_municipality}', 0), ('ทน.', '{city_municipality}', 0), ('เทศบาลนคร', '{municipality}', 1),
    ('ทน.', '{municipality}', 1), ('เทศบาลเมือง', '{town_municipality}', 0), ('ทม.', '{town_municipality}', 0),
    ('เทศบาลเมือง', '{municipality}', 1), ('ทม.', '{municipality}', 1), ('เทศบาลตำบล', '{subdistrict_municipality}', 0),
    ('ทต.', '{subdistrict_municipality}', 0), ('เทศบาลตำบล', '{municipality}', 1), ('ทต.', '{municipality}', 1),
    ('เทศบาล', '{city_municipality,town_municipality,subdistrict_municipality,municipality}', 0), ('เมือง', '{pattaya}', 1)
$$;

-- English words for what a place is stand after its name: they are no part of it, and put such places first.
create function api.english_sorts(in_q text) returns text[] language plpgsql immutable as $$
begin
  if in_q !~ '[A-Za-z]' then return '{}'; end if;
  return array(
    select distinct sort
    from (values ('\mcity municipality\M', '{city_municipality,municipality}'::text[]),
        ('\mtown municipality\M', '{town_municipality,municipality}'),
        ('\msub-?district municipality\M', '{subdistrict_municipality,municipality}'),
        ('\mmunicipality\M', '{city_municipality,town_municipality,subdistrict_municipality,municipality}'),
        ('\m(tao|sao)\M', '{subdistrict_organization}'), ('\mpao\M', '{provincial_organization}'),
        ('\m(region)\M', '{region}'), ('\m(changwat|province)\M', '{province}'), ('\m(amphoe|khet|district)\M', '{district}'),
        ('\m(tambon|khwaeng|sub-?district)\M', '{tambon}')) listed(pattern, sorts), unnest(sorts) sort
    where lower(in_q) ~ pattern
      -- "town municipality" is not any municipality
      and (pattern <> '\mmunicipality\M' or lower(in_q) !~ '\m(city|town|sub-?district) municipality\M'));
end $$;

-- The words of a query, each in every way it may be meant: as typed, as a prefix and a name, and as the official name of
-- what people call so. Word 0 is the whole query as one name, for names typed with or without spaces.
create function api.place_query_words(in_q text)
  returns table (word integer, key text, sorts text[], penalty integer, is_nickname boolean)
  language sql stable
as $$
  with
  -- a prefix starts a new word even when typed without a space, and belongs to the word after it; of two prefixes the longer
  spaced as (
    select regexp_replace(
      regexp_replace(
        regexp_replace(lower(normalize(in_q, nfc)), '(^|\s)(อบ[ตจ]|[ตอจ]|จว|ท[นมต]|เขต|ภาค)\.?\s+', '\1\2', 'g'),
        '(องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาล(นคร|เมือง|ตำบล)?|กิ่งอำเภอ|ตำบล|อำเภอ|จังหวัด|แขวง|อบ[ตจ]\.|(?<![ก-๛])ท[นมต]\.|จว\.|[ตอจ]\.)\s*',
        ' \1', 'g'),
      '\m(((city|town|sub-?district) )?municipality|tao|sao|pao|tambon|amphoe|changwat|khet|khwaeng|(sub-?)?district|province|region)\M',
      ' ', 'g') as text
  ),
  typed as (
    select (row_number() over (order by ordinality))::integer as word, part
    from spaced, regexp_split_to_table(spaced.text, '[\s,;›>]+') with ordinality as split(part, ordinality)
    where api.fold_text(part) <> ''
    limit 5
  ),
  meant as (
    select word, api.fold_text(part) as key, null::text[] as sorts, 0 as penalty from typed
    union
    select word, api.fold_text(substr(part, length(written) + 1)), prefix.sorts, prefix.penalty
    from typed join api.place_prefixes() prefix on starts_with(part, written)
  ),
  -- the likeliest of each word: the longest prefix off
  likeliest as (
    select distinct on (word) word, key, sorts from meant where key <> '' order by word, penalty, length(key)
  ),
  named as (
    select * from meant where key <> ''
    union
    select 0, string_agg(key, '' order by word), (select sorts from likeliest order by word limit 1), 0
    from likeliest having count(*) > 0
  )
  select *, false from named
  union
  select word, replace(named.key, nickname.key, stands_for_key), sorts, penalty, true
  from named join place_nickname nickname
    on case use when 'alone' then named.key = nickname.key and (select count(*) = 1 from typed)
      else strpos(named.key, nickname.key) > 0 end
$$;

create function api.like_pattern(in_text text) returns text language sql immutable parallel safe as $$
  select replace(replace(replace(in_text, '\', '\\'), '%', '\%'), '_', '\_')
$$;

-- Where a sort of place stands among equally good matches: the larger first.
create function api.sort_order(in_sort text) returns integer language sql immutable parallel safe as $$
  select array_position(array['region', 'province', 'district', 'tambon', 'provincial_organization', 'bangkok',
    'bangkok_district', 'city_municipality', 'pattaya', 'town_municipality', 'municipality', 'subdistrict_municipality',
    'subdistrict_organization'], in_sort)
$$;

-- Places that match, the lower the score the better, then by place and name. A row must match by its own name; other words may match what it lies
-- in. `in_how`: of several words, by an index of all; by one of any; by reading every name, for what is too short for an index of
-- three letters; or toneless, where tone marks do not count: only for when nothing matched with them.
create function api.ranked_places(in_q text, in_levels text[], in_within text, in_how text)
  returns table (code text, score integer, place integer, name text)
  language sql stable
as $$
  with
  meant as materialized (
    select word, case in_how when 'toneless' then api.fold_tone(key) else key end as key, sorts, penalty
    from api.place_query_words(in_q)
  ),
  words as (select * from meant where word > 0),
  whole as (select * from meant where word = 0),
  said as materialized (select api.english_sorts(in_q) as sorts),
  -- the shortest way in which a word may be meant is in all others
  needed as materialized (select array_agg('%' || pattern || '%') as patterns from (
    select distinct on (word) api.like_pattern(key) as pattern from words order by word, length(key)) shortest),
  likely as (select distinct api.like_pattern(key) as pattern, word = 0 as is_whole from meant),
  inside as materialized (select array_agg(distinct '%' || pattern || '%') from likely),
  beginning as materialized (select array_agg('%|' || pattern || '%') from likely where is_whole),
  candidate as materialized (
    select code, level, sort, own_en, district_en, province_en,
      case in_how when 'toneless' then api.fold_tone(own_th) else own_th end as own_th,
      case in_how when 'toneless' then api.fold_tone(district_th) else district_th end as district_th,
      case in_how when 'toneless' then api.fold_tone(province_th) else province_th end as province_th,
      case in_how when 'toneless' then near_paths else paths end as paths
    from place_search
    where level = any (in_levels)
      and (in_within is null or (code like in_within || '%' and code <> in_within))
      and case in_how
        -- at most five words; no index takes "like all"
        when 'all' then all_names like (select patterns[1] from needed) and all_names like (select patterns[2] from needed)
          and all_names like (select coalesce(patterns[3], patterns[1]) from needed)
          and all_names like (select coalesce(patterns[4], patterns[1]) from needed)
          and all_names like (select coalesce(patterns[5], patterns[1]) from needed)
        when 'any' then names like any ((table inside)::text[]) or paths like any ((table beginning)::text[])
        -- one short word is no name with what it lies in; an expression is no index's column
        when 'read' then own_th like any ((table inside)::text[]) or own_en like any ((table inside)::text[])
          or (select max(word) > 1 from words) and paths || '' like any ((table beginning)::text[])
        else near_names like any ((table inside)::text[]) or near_paths like any ((table beginning)::text[])
      end
  ),
  -- one row per candidate and word: 0 is its exact name, 10 means the word names something above it
  word_rank as (
    select candidate.code, sort, own_th, words.word,
      min(words.penalty + case
        when (sorts is null or sort = any (sorts)) and words.key in (own_th, own_en) then 0
        when (sorts is null or sort = any (sorts)) and (starts_with(own_th, words.key) or starts_with(own_en, words.key)) then 2
        -- inside the name; after a leading vowel it is the middle of a syllable (ขาว in เขาวง)
        when (sorts is null or sort = any (sorts)) and strpos(own_th, words.key) > 0
          then 4 + (substr(own_th, strpos(own_th, words.key) - 1, 1) in ('เ', 'แ', 'โ', 'ใ', 'ไ'))::integer
        when (sorts is null or sort = any (sorts)) and strpos(own_en, words.key) > 0 then 4
        when (sorts is null or 'district' = any (sorts)) and level = 'tambon'
          and (starts_with(district_th, words.key) or starts_with(district_en, words.key)) then 10
        when (sorts is null or 'province' = any (sorts)) and level <> 'province'
          and (starts_with(province_th, words.key) or starts_with(province_en, words.key)) then 10
      end) as rank
    from candidate cross join words
    group by candidate.code, sort, own_th, words.word
  ),
  by_words as (
    select code, sort, own_th, sum(case when rank < 10 then rank else 2 end)::integer as score
    from word_rank
    group by code, sort, own_th
    having bool_and(rank is not null) and min(rank) < 10
  ),
  by_whole as (
    select code, sort, own_th,
      case
        when whole.key in (own_th, own_en) then 0
        when strpos(paths, '|' || whole.key) > 0 then 2
        when starts_with(own_en, whole.key) or starts_with(own_en || province_en, whole.key) then 2
        -- Mueang Chiang Mai before what has a word of it here and a word there
        when strpos(own_th, whole.key) > 0
          then 3 + (substr(own_th, strpos(own_th, whole.key) - 1, 1) in ('เ', 'แ', 'โ', 'ใ', 'ไ'))::integer
        when strpos(own_en, whole.key) > 0 then 3
      end as score
    from candidate, whole
    where whole.sorts is null or sort = any (whole.sorts)
  )
  select code, min(either.score) + (select (said.sorts <> '{}' and not sort = any (said.sorts))::integer from said),
    api.sort_order(sort), own_th
  from (select * from by_words union all select * from by_whole) either
  where either.score is not null
  group by code, sort, own_th
$$;

-- What a query that is a code asks for: the codes of areas below it, however it is spaced, with Thai digits or as an OCHA
-- P-code (TH5007); R1, L1001. Null when it is no code.
create function api.typed_code(in_q text) returns text language sql immutable as $$
  select upper((regexp_match(
    regexp_replace(translate(lower(normalize(in_q, nfkc)), '๐๑๒๓๔๕๖๗๘๙', '0123456789'), '[\s.\u00ad\u200b-\u200d\u2060\ufeff-]', '', 'g'),
    '^(?:th)?([rl]?[0-9]+)$'))[1])
$$;

-- Places that a query finds, to be ordered by score, place, name and code; without tone marks only when nothing is found
-- with them. Planned once: what is typed makes no other plan, and planning takes longer than searching.
create function api.named_places(in_q text, in_levels text[], in_within text default null)
  returns table (code text, score integer, place integer, name text)
  language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
declare
  typed text := api.typed_code(in_q);
  how text;
begin
  if typed is not null then
    return query
      select named.code, length(named.code), 0, '' from place_search named
      where level = any (in_levels) and named.code like typed || '%'
        and (in_within is null or (named.code like in_within || '%' and named.code <> in_within));
    return;
  end if;
  -- what people call a place has none of the letters of its name; and of one word all that lies below it is no find
  select case when max(word) > 1 and not bool_or(is_nickname) then 'all' when min(length(key)) < 3 then 'read' else 'any' end
    into how from api.place_query_words(in_q);
  -- each way has a plan of its own
  if how = 'all' then
    return query select * from api.ranked_places(in_q, in_levels, in_within, 'all');
  elsif how = 'any' then
    return query select * from api.ranked_places(in_q, in_levels, in_within, 'any');
  else
    return query select * from api.ranked_places(in_q, in_levels, in_within, 'read');
  end if;
  if not found then
    return query select * from api.ranked_places(in_q, in_levels, in_within, 'toneless');
  end if;
end $$;

-- Their codes alone, for whatever is filtered by them; everything when nothing is left of the query.
create function api.codes_named(in_q text, in_levels text[]) returns text[] language sql stable as $$
  select case when api.fold_text(in_q) = ''
    then (select coalesce(array_agg(code), '{}') from place_search where level = any (in_levels))
    else (select coalesce(array_agg(code), '{}') from api.named_places(in_q, in_levels)) end
$$;

-- One page of places of the levels asked for: best match first, or in code order when there is no query.
-- `within` gives all that lie below it.
create function api.find_places(in_q text, in_levels text[], in_within text, in_limit integer, in_offset integer)
  returns table (code text, total integer)
  language plpgsql stable set plan_cache_mode = force_generic_plan
as $$
begin
  if api.fold_text(coalesce(in_q, '')) = '' then
    return query
      select named.code, (count(*) over ())::integer from place_search named
      where level = any (in_levels) and (in_within is null or (named.code like in_within || '%' and named.code <> in_within))
      order by named.code
      limit in_limit offset in_offset;
  else
    return query
      with
      -- names are compared last, and only where that decides what is on the page: it takes far longer than two numbers
      ranked as (
        select named.*, (count(*) over ())::integer as total, rank() over (order by score, place) as rank
        from api.named_places(in_q, in_levels, in_within) named
      )
      select ranked.code, ranked.total from ranked
      where in_limit is null or rank <= in_limit + in_offset
      order by rank, name collate "th-x-icu", ranked.code
      limit in_limit offset in_offset;
  end if;
end $$;

-- The same of areas alone; without a level and a query, only the children of `parent`.
create function api.find_areas(in_q text, in_level text, in_parent text, in_limit integer, in_offset integer)
  returns table (code text, total integer)
  language sql stable
as $$
  select * from api.find_places(in_q,
    case
      when in_level is not null then array[in_level]
      when in_q is null and length(in_parent) = 2 then array['district']
      when in_q is null and length(in_parent) = 4 then array['tambon']
      else array['province', 'district', 'tambon']
    end, in_parent, in_limit, in_offset)
$$;
