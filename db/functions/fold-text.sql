-- One spelling for one name, for search: Thai digits to 0-9, the two ways of typing ำ and แ to one, no spaces
-- or punctuation, lower case. Tone marks stay: ขาว, ข่าว and ข้าว are three words (see fold_tone).
create function api.fold_text(value text) returns text
  language sql immutable parallel safe strict
as $$
  select regexp_replace(
    replace(
      regexp_replace(translate(lower(normalize(value, nfc)), '๐๑๒๓๔๕๖๗๘๙', '0123456789'), 'ํ([่-๋]?)า', '\1ำ', 'g'),
      'เเ', 'แ'),
    '[[:space:][:cntrl:]​‌‍.,''’"“”()/ฯ-]+', '', 'g')
$$;

-- The last resort when nothing matches: tone marks (่ ้ ๊ ๋), ็ and ์ left out as well.
create function api.fold_tone(folded text) returns text
  language sql immutable parallel safe strict
as $$ select translate(folded, '่้๊๋็์', '') $$;
