// What is on the sheets of a PDF that Chromium made.
import { inflateSync } from "node:zlib";

/** How many letters each sheet has, in order. */
export function lettersOfSheets(pdf: Buffer): number[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/Type \/Page\b(?!s).*?\/Contents (\d+) 0 R/gs)].map(([, id]) => {
    const start = text.indexOf("stream\n", text.indexOf(`\n${id} 0 obj`)) + "stream\n".length;
    const drawn = inflateSync(pdf.subarray(start, text.indexOf("\nendstream", start))).toString("latin1");
    return [...drawn.matchAll(/T[jJ]\b/g)].length;
  });
}
