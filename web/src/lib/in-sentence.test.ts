import { expect, it } from "vitest";
import { inSentence } from "./in-sentence.ts";

it("a heading is written small inside a sentence, but for names that never are", () => {
  expect(
    ["Tambon and khwaeng by official code", "TAO", "CODI’s units", "พื้นที่ อปท.", "77 provinces"].map(
      inSentence,
    ),
  ).toEqual(["tambon and khwaeng by official code", "TAO", "CODI’s units", "พื้นที่ อปท.", "77 provinces"]);
});
