-- Search by name as people type it: "ตบางรัก", "บางรัก กทม", "ต.ตลาด อ.เมืองภูเก็ต", "bang rak", "10 01 01".

-- The words of a query, each in every way it may be meant: as typed, or as a prefix and a name.
-- `hint` is the level a prefix names; `penalty` ranks a guessed prefix (ตบางรัก) below a written one (ต.บางรัก).
create function api.area_query_words(in_q text)
  returns table (word integer, key text, hint text, penalty integer)
  language sql immutable
as $$
  with
  prefix (written, hint, penalty) as (
    values ('กิ่งอำเภอ', 'district', 0), ('อำเภอ', 'district', 0), ('อ.', 'district', 0), ('อ', 'district', 1),
      ('เขต', 'district', 0), ('ตำบล', 'tambon', 0), ('ต.', 'tambon', 0), ('ต', 'tambon', 1), ('แขวง', 'tambon', 0),
      ('จังหวัด', 'province', 0), ('จว.', 'province', 0), ('จ.', 'province', 0), ('จ', 'province', 1)
  ),
  -- a prefix starts a new word even when typed without a space, and belongs to the word after it
  spaced as (
    select regexp_replace(
      regexp_replace(lower(normalize(in_q, nfc)), '(กิ่งอำเภอ|ตำบล|อำเภอ|จังหวัด|แขวง|จว\.|ต\.|อ\.|จ\.)\s*', ' \1', 'g'),
      '\m(tambon|amphoe|changwat|khet|khwaeng|district|sub-?district|province)\M', ' ', 'g') as text
  ),
  typed as (
    select (row_number() over (order by ordinality))::integer as word, part
    from spaced, regexp_split_to_table(spaced.text, '[\s,;›>]+') with ordinality as split(part, ordinality)
    where api.fold_text(part) <> ''
    limit 5
  ),
  meant as (
    select word, api.fold_text(part) as key, null::text as hint, 0 as penalty from typed
    union
    select word, api.fold_text(substr(part, length(written) + 1)), prefix.hint, prefix.penalty
    from typed join prefix on starts_with(part, written)
  )
  select word,
    case key when 'กทม' then 'กรุงเทพมหานคร' when 'bkk' then 'bangkok' else key end, hint, penalty
  from meant
  where key <> ''
$$;

-- Areas that match, best first. A row must match by its own name; other words may match what it lies in.
-- With `in_toneless`, tone marks do not count: only for when nothing matched with them.
create function api.ranked_areas(in_q text, in_level text, in_within text, in_toneless boolean)
  returns table (code text, score integer)
  language sql stable
as $$
  with
  words as materialized (
    select word, hint, penalty, case when in_toneless then api.fold_tone(key) else key end as key
    from api.area_query_words(in_q)
  ),
  -- the whole query as one name, for names typed with or without spaces
  whole as materialized (
    select string_agg(key, '' order by word) as key, (array_agg(hint order by word))[1] as hint
    from (select distinct on (word) word, key, hint from words order by word, penalty, hint nulls last) kept
  ),
  pattern as materialized (
    select array_agg('%' || replace(replace(replace(key, '\', '\\'), '%', '\%'), '_', '\_') || '%') as own
    from (select key from words union select key from whole) every
  ),
  candidate as (
    select area_search.area_code, level,
      case when in_toneless then api.fold_tone(own_th) else own_th end as own_th, own_en,
      case when in_toneless then api.fold_tone(district_th) else district_th end as district_th, district_en,
      case when in_toneless then api.fold_tone(province_th) else province_th end as province_th, province_en,
      case when in_toneless then api.fold_tone(path_th) else path_th end as path_th
    from area_search, pattern, whole
    where (in_level is null or level = in_level)
      and (in_within is null or (area_code like in_within || '%' and area_code <> in_within))
      and (case when in_toneless then api.fold_tone(own_th) else own_th end like any (pattern.own)
        or own_en like any (pattern.own)
        or starts_with(case when in_toneless then api.fold_tone(path_th) else path_th end, whole.key)
        or starts_with(own_th || province_th, whole.key))
  ),
  -- one row per candidate and word: 0 is its exact name, 10 means the word names something above it
  word_rank as (
    select candidate.area_code, words.word,
      min(words.penalty + case
        when (hint is null or hint = level) and words.key in (own_th, own_en) then 0
        when (hint is null or hint = level) and (starts_with(own_th, words.key) or starts_with(own_en, words.key)) then 2
        -- inside the name; after a leading vowel it is the middle of a syllable (ขาว in เขาวง)
        when (hint is null or hint = level) and strpos(own_th, words.key) > 0
          then 4 + (substr(own_th, strpos(own_th, words.key) - 1, 1) in ('เ', 'แ', 'โ', 'ใ', 'ไ'))::integer
        when (hint is null or hint = level) and strpos(own_en, words.key) > 0 then 4
        when (hint is null or hint = 'district') and level = 'tambon'
          and (starts_with(district_th, words.key) or starts_with(district_en, words.key)) then 10
        when (hint is null or hint = 'province') and level <> 'province'
          and (starts_with(province_th, words.key) or starts_with(province_en, words.key)) then 10
      end) as rank
    from candidate cross join words
    group by candidate.area_code, words.word
  ),
  by_words as (
    select area_code, sum(rank) filter (where rank < 10)::integer as score
    from word_rank
    group by area_code
    having bool_and(rank is not null) and min(rank) < 10
  ),
  by_whole as (
    select area_code,
      case
        when whole.key in (own_th, own_en) then 0
        when starts_with(path_th, whole.key) or starts_with(own_th || province_th, whole.key) then 2
        when starts_with(own_en, whole.key) or starts_with(own_en || province_en, whole.key) then 2
      end as score
    from candidate, whole
    where whole.hint is null or whole.hint = level
  )
  select area_code, min(either.score)
  from (select * from by_words union all select * from by_whole) either
  where either.score is not null
  group by area_code
$$;

-- One page of areas on the map, in code order, or best match first when there is a query.
-- `within` gives all below it; without a level, only its children.
create function api.find_areas(
  in_q text, in_level text, in_parent text, in_limit integer, in_offset integer
)
  returns table (code text, total integer)
  language plpgsql stable
as $$
declare
  -- a code however it is spaced, with Thai digits or as an OCHA P-code
  digits text := regexp_replace(
    regexp_replace(translate(lower(coalesce(in_q, '')), '๐๑๒๓๔๕๖๗๘๙', '0123456789'), '^\s*th', ''), '[\s.-]', '', 'g');
  level_wanted text := coalesce(in_level,
    case when in_q is not null then null else case length(in_parent) when 2 then 'district' when 4 then 'tambon' end end);
begin
  if api.fold_text(coalesce(in_q, '')) = '' or digits ~ '^[0-9]+$' then
    return query
      select area_search.area_code, (count(*) over ())::integer
      from area_search
      where (level_wanted is null or level = level_wanted)
        and (in_parent is null or (area_code like in_parent || '%' and area_code <> in_parent))
        and (digits !~ '^[0-9]+$' or area_code like digits || '%')
      order by length(area_code) * (digits ~ '^[0-9]+$')::integer, area_code
      limit in_limit offset in_offset;
    return;
  end if;
  return query
    with
    exact as materialized (select * from api.ranked_areas(in_q, level_wanted, in_parent, false)),
    loose as materialized (
      select * from api.ranked_areas(in_q, level_wanted, in_parent, true) where not exists (select from exact)
    ),
    found as (select * from exact union all select * from loose)
    select found.code, (count(*) over ())::integer
    from found join area on area.code = found.code
    order by found.score, length(found.code), area.name_th collate "th-x-icu", found.code
    limit in_limit offset in_offset;
end $$;
