// Codes in words: `code.<list>.<code>`, from the lists that the kinds of records declare.
import { register } from "../lib/kinds.ts";

export const codeMessages = (language: "th" | "en"): Record<string, string> =>
  Object.fromEntries(
    register.codeLists.flatMap(({ id, codes }) =>
      Object.entries(codes).map(([code, words]) => [`code.${id}.${code}`, words[language]]),
    ),
  );
