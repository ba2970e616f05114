/** Reads RFC 4180 CSV with a header row: quotes, doubled quotes, line breaks in quotes, BOM, CRLF. */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = splitRows(text.replace(/^\uFEFF/, ""));
  if (!header) return [];
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new Error(`CSV line ${index + 2}: ${row.length} fields, the header has ${header.length}.`);
    }
    return Object.fromEntries(header.map((name, column) => [name, row[column]!]));
  });
}

function splitRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // one field and what ends it; a field in quotes may hold anything
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`CSV: a stray quote after "${text.slice(at, at + 20)}".`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") {
      // a comma at the very end still opens one more, empty, field
      if (field.lastIndex === text.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}
