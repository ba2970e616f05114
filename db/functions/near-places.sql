-- "Did you mean": places whose name is one wrong letter from what was typed (สุเทบ), or sounds like it in Latin letters
-- (sutep). Asked only when nothing is found: it compares with every name of about the same length.

-- Nearest first. Of several words one may be wrong; the others must name what the place lies in. What a prefix says is not
-- held against a place: who asks for an อบต. that is a เทศบาลตำบล by now is shown that.
create function api.near_places(in_q text, in_levels text[], in_within text, in_limit integer)
  returns table (code text)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
  with
  -- levenshtein takes 255 bytes at most, and nobody means a longer name; `most` is how many letters may be wrong
  words as materialized (
    select word, key, api.fold_tone(key) as near_th, api.fold_roman(key) as near_en, key ~ '[ก-๙]' as is_thai,
      case when length(key) < 3 then 0 when length(key) < 9 then 1 else 2 end as most
    from (select min(word) as word, key from api.place_query_words(in_q) group by key) meant where length(key) <= 60
  ),
  -- one row per place and word that is about as long; what sounds alike counts as one wrong letter
  compared as (
    select place.*, word,
      case
        when is_thai and abs(length(place.near_th) - length(words.near_th)) <= most
          then levenshtein_less_equal(words.near_th, place.near_th, 1, 1, 1, most)
        when is_thai then null
        when own_en = key then 0
        when place.near_en = words.near_en then 1
        when abs(length(own_en) - length(key)) <= most then levenshtein_less_equal(key, left(own_en, 60), 1, 1, 1, most)
      end as distance, most
    from place_search place cross join words
    where level = any (in_levels)
      and (in_within is null or (place.code like in_within || '%' and place.code <> in_within))
  ),
  near as (
    select code, sort, own_th, min(distance) as distance
    from compared
    where distance <= most
      and (word = 0 or not exists (
        select from words other where other.word not in (0, compared.word) and not exists (
          select from words meant where meant.word = other.word
            and (starts_with(province_th, meant.key) or starts_with(province_en, meant.key)
              or starts_with(district_th, meant.key) or starts_with(district_en, meant.key)))))
    group by code, sort, own_th
  )
  select code from near
  order by distance, api.sort_order(sort), own_th collate "th-x-icu", code
  limit in_limit;
end $$;
