// What a file pages/<page>/<page>.page.tsx exports as `page`, and links made from it.
import { placeCode } from "@phuenthi/server/contract/vocabulary";
import type { FunctionComponent } from "react";
import { z } from "zod";
import { onServer } from "../lib/base.ts";
import { createSignal } from "../lib/signal.ts";
import { type SearchFields, type SearchOf, searchFields, searchText } from "./search-fields.ts";

/** Of "/explain/:indicator/:place": indicator and place. */
type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type Params<Path extends string> = { [Name in ParamNames<Path>]: string };

export type Page<Path extends string = string, Fields extends SearchFields = SearchFields> = {
  /** from the server's root, such as "/explain/:indicator/:place" */
  path: Path;
  /** what each part of the path may be; an address with anything else is none */
  params: { [Name in ParamNames<Path>]: z.ZodType<string, string> };
  /** the fields of its links, from searchFields or its own; the language is every page's */
  search: Fields;
  /** of the tab until the page knows better, and spoken on arrival */
  title: { th: string; en: string };
  /** its code, fetched when somebody goes there: the component takes the parts of the path */
  load: () => Promise<{ default: FunctionComponent<Params<Path>> }>;
  /** stays as it is behind other pages, to come back to */
  staysAlive?: boolean;
};

/** A page as the router has it, whatever its path. */
export type AnyPage = Omit<Page, "params" | "load"> & {
  params: Record<string, z.ZodType<string, string>>;
  load: () => Promise<{ default: FunctionComponent<never> }>;
};

export const definePage = <const Path extends string, Fields extends SearchFields>(
  page: Page<Path, Fields>,
): Page<Path, Fields> => page;

/** Code of a place: TH, a region, an area or a local authority. */
export const placeParam = z.string().toUpperCase().pipe(placeCode);
export const indicatorParam = z.string().regex(/^[a-z0-9-]+$/);

/** The language that the link of the page on the screen asks for; links of the page keep it. */
export const languageAsked = createSignal<"th" | "en" | null>(null);

const language = { lang: searchFields.lang };

/** An address of the page, for a plain href. @param search what it should say; null and nothing are alike */
export function pageLink<Path extends string, Fields extends SearchFields>(
  page: Page<Path, Fields>,
  params: Params<Path>,
  search: Partial<SearchOf<Fields>> = {},
): string {
  const path = page.path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ""),
  );
  const said = { ...search, lang: languageAsked.get() } as Partial<SearchOf<Fields & typeof language>>;
  return onServer(path + searchText({ ...page.search, ...language }, said));
}

/** @param path without what lies before this server's root @returns the parts of the path; null: another page's */
export function matchPage(page: AnyPage, path: string): Record<string, string> | null {
  const wanted = page.path.split("/");
  const given = (path === "/index.html" ? "/" : path.replace(/(?<=.)\/$/, "")).split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const text = given[i] ?? "";
    if (!part.startsWith(":")) {
      if (part !== text) return null;
      continue;
    }
    const name = part.slice(1);
    const parsed = page.params[name]?.safeParse(decoded(text));
    if (!parsed?.success) return null;
    params[name] = parsed.data;
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
