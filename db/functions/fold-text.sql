-- One spelling for one name, for every search. Its twin is web/src/lib/fold-text.ts: tests/db/fold-text.test.ts holds the
-- two together. Tone marks stay: ขาว, ข่าว and ข้าว are three words (see fold_tone).
-- A changed folding refreshes what is kept folded: see kept-keys.sql.
create function api.fold_text(value text) returns text
  language sql immutable parallel safe strict
as $$
  select
    -- a mark typed twice looks like one
    regexp_replace(
    -- เ เ → แ
    replace(
    -- tone mark after ำ or า: น ำ ้ → น ้ ำ
    regexp_replace(
    -- nikhahit, tone mark and า in any order → tone mark and ำ
    regexp_replace(
    regexp_replace(
    -- tone mark, ์ or ๎ before a vowel sign, ็ or ฺ: ท ่ ี → ท ี ่
    regexp_replace(
      translate(
        lower(
          -- spaces, what does not show, accents of Latin letters, punctuation of names
          regexp_replace(normalize(value, nfkd),
            '[\u0001-\u0020\u007f-\u00a0\u00ad\u0300-\u036f\u061c\u1680\u180e\u2000-\u206f\u3000\ufe00-\ufe0f\ufeff.,:;''"·()/ฯ-]+',
            '', 'g') collate "und-x-icu"),
        '๐๑๒๓๔๕๖๗๘๙', '0123456789'),
      '([่-์๎]+)([ัิ-ฺ็]+)', '\2\1', 'g'),
      'ํ([่-๋]*)า', '\1ำ', 'g'),
      'า([่-๋]*)ํ', '\1ำ', 'g'),
      '([าำ])([่-๋]+)', '\2\1', 'g'),
      'เเ', 'แ'),
      '([ัิ-ฺ็-๎])\1+', '\1', 'g')
$$;

-- The last resort when nothing matches: tone marks (่ ้ ๊ ๋), ็ and ์ left out as well.
create function api.fold_tone(folded text) returns text
  language sql immutable parallel safe strict
as $$ select translate(folded, '่้๊๋็์', '') $$;

-- How Thai names are heard in Latin letters, whoever wrote them down: Suthep, Sutep and Suteb are near. For suggestions
-- alone; far too coarse to find by.
create function api.fold_roman(folded text) returns text
  language sql immutable parallel safe strict
as $$
  select regexp_replace(
    translate(
    regexp_replace(
    regexp_replace(
    regexp_replace(
    regexp_replace(folded,
      't?ch|j', 'c', 'g'),
      '([ptkgd])h', '\1', 'g'),
      'ue|eu|oo|ou', 'u', 'g'),
      'or(?=[^aeiou]|$)|oh|aw', 'o', 'g'),
      'bdgrwy', 'ptklvi'),
    '(.)\1+', '\1', 'g')
$$;
