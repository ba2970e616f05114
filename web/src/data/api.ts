// Every answer of the API is read here, and parsed with the schema the server writes it with.

import { areaAt, areaDetail, areaIndex } from "@phuenthi/server/contract/areas";
import { catalogue } from "@phuenthi/server/contract/catalogue";
import { coverageAnswer, coverageExplanation } from "@phuenthi/server/contract/coverage";
import { type GapBasis, gapsAnswer } from "@phuenthi/server/contract/gaps";
import { health, VERSION_HEADER } from "@phuenthi/server/contract/health";
import { indicatorList } from "@phuenthi/server/contract/indicators";
import { overview } from "@phuenthi/server/contract/overview";
import {
  nicknameList,
  PAGE_HEADER,
  placeList,
  placesExtent,
  placesIndex,
} from "@phuenthi/server/contract/places";
import { type Problem, problem } from "@phuenthi/server/contract/problems";
import { placeProfile } from "@phuenthi/server/contract/profiles";
import { similarAnswer } from "@phuenthi/server/contract/similar";
import { type TargetChange, targetDetail, targetPreview } from "@phuenthi/server/contract/targets";
import { tileJson } from "@phuenthi/server/contract/tiles";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { listOfKind, type RecordPage } from "@phuenthi/server/records/record-contract";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import type { z } from "zod";
import { onServer } from "../lib/base.ts";
import { register } from "../lib/kinds.ts";
import { createSignal } from "../lib/signal.ts";

/**
 * What went wrong, for the screen to choose its words by.
 * offline: no answer at all · problem: the API said why (see `problem`) · unexpected: an answer nobody can read ·
 * cut: a file that ended before its end
 */
export class ApiError extends Error {
  constructor(
    readonly kind: "offline" | "problem" | "unexpected" | "cut",
    message: string,
    readonly problem: Problem | null = null,
  ) {
    super(message);
  }

  /** Asking again can help: the network or the server, not the question, was at fault. */
  get isPassing(): boolean {
    const status = this.problem?.status ?? 0;
    return this.kind === "offline" || this.kind === "cut" || status >= 500 || status === 429;
  }
}

type Asking = { signal?: AbortSignal };

/** An answer that is what was asked for. @param address of this server @throws ApiError */
async function open(address: string, init: RequestInit & Asking): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError("offline", `no answer from ${address}`);
  }
  if (response.ok) return response;
  const known = problem.safeParse(await response.json().catch(() => null));
  if (known.success) throw new ApiError("problem", known.data.detail, known.data);
  // a proxy in front answers for a server that is away
  const kind = response.status >= 502 ? "offline" : "unexpected";
  throw new ApiError(kind, `${address} answered ${response.status}`);
}

/** Whether the server, and the database behind it, answer. */
export const isServing = () =>
  open(onServer("/api/health"), { cache: "no-store" }).then(
    () => true,
    () => false,
  );

/** A file, its body not read yet. @param address of this server @throws ApiError */
export const openFile = (address: string, { signal }: Asking = {}) => open(address, { signal });

/** The last edit that this page has been told of, its own among them: it asks for nothing older, so that it never goes back. */
export const lastEdit = createSignal(0);
/** Says so with whatever is asked. */
export const seenHeaders = (): Record<string, string> =>
  lastEdit.get() > 0 ? { [VERSION_HEADER]: String(lastEdit.get()) } : {};

/** @throws ApiError */
async function ask<T extends z.ZodType>(
  path: string,
  schema: T,
  init: RequestInit & Asking,
): Promise<z.output<T>> {
  const response = await open(onServer(`/api${path}`), {
    ...init,
    headers: {
      accept: "application/json",
      ...seenHeaders(),
      ...init.headers,
    },
  });
  lastEdit.set(Math.max(lastEdit.get(), Number(response.headers.get(VERSION_HEADER)) || 0));
  const body: unknown = await response.json().catch(() => null);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiError("unexpected", `/api${path}: ${issue?.path.join(".")}: ${issue?.message}`);
}

const get = <T extends z.ZodType>(path: string, schema: T, { signal }: Asking = {}) =>
  ask(path, schema, { signal });

const post = <T extends z.ZodType>(
  path: string,
  schema: T,
  body: unknown,
  { signal, key }: Asking & { key?: string } = {},
) =>
  ask(path, schema, {
    signal,
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
  });

const query = (fields: Record<string, string | number | null | undefined>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  return search.size > 0 ? `?${search}` : "";
};

export const getHealth = (asking?: Asking) => get("/health", health, asking);
export const getAreaTiles = (asking?: Asking) => get("/tiles/areas.json", tileJson, asking);
/** @param layer id of a layer of records */
export const getTileLayer = (layer: string, asking?: Asking) => get(`/tiles/${layer}.json`, tileJson, asking);
export const listIndicators = (asking?: Asking) => get("/indicators", indicatorList, asking);
export const getAreaIndex = (asking?: Asking) => get("/areas/index", areaIndex, asking);
export const listNicknames = (asking?: Asking) => get("/places/nicknames", nicknameList, asking);
/** Where the list of local authorities is not handed on, it is answered to this page alone. */
export const getPlacesIndex = ({ signal }: Asking = {}) =>
  ask("/places/index", placesIndex, { signal, headers: { [PAGE_HEADER]: "1" } });
export const getArea = (code: string, asking?: Asking) => get(`/areas/${code}`, areaDetail, asking);

export const getExtent = (places: readonly string[], asking?: Asking) =>
  get(`/places/extent${query({ within: places.join(",") })}`, placesExtent, asking);

/** @throws ApiError with problem code "outside-country" */
export const getAreaAt = (lon: number, lat: number, asking?: Asking) =>
  get(`/areas/at${query({ lon: lon.toFixed(6), lat: lat.toFixed(6) })}`, areaAt, asking);

/** Areas, regions and local authorities by one ranking. @param levels those looked for */
export const searchPlaces = (q: string, levels: readonly CoverageLevel[], limit: number, asking?: Asking) =>
  get(`/places${query({ q, level: levels.join(","), limit })}`, placeList, asking);

/** @param within the set of places that the figures are of; empty: the country */
export const getCoverage = (
  {
    indicator,
    fiscalYear,
    level,
    within,
  }: { indicator: string; fiscalYear: number; level: CoverageLevel; within: readonly string[] },
  asking?: Asking,
) =>
  get(
    `/coverage/${indicator}${query({ fiscal_year: fiscalYear, level, within: within.join(",") || null })}`,
    coverageAnswer,
    asking,
  );

/** @param code an area's, or "TH" for the country */
export const getExplanation = (indicator: string, fiscalYear: number | null, code: string, asking?: Asking) =>
  get(
    `/coverage/${indicator}/areas/${code}${query({ fiscal_year: fiscalYear })}`,
    coverageExplanation,
    asking,
  );

/** @param code a tambon's */
export const getSimilar = (indicator: string, fiscalYear: number, code: string, asking?: Asking) =>
  get(`/similar/${indicator}/${code}${query({ fiscal_year: fiscalYear })}`, similarAnswer, asking);

export type GapQuestion = {
  indicator: string;
  fiscalYear: number;
  level: CoverageLevel;
  within: readonly string[];
  basis: GapBasis | null;
};

export const getGaps = ({ indicator, fiscalYear, level, within, basis }: GapQuestion, asking?: Asking) =>
  get(
    `/gaps/${indicator}${query({ fiscal_year: fiscalYear, level, within: within.join(","), basis })}`,
    gapsAnswer,
    asking,
  );

/** @param place TH, a region, an area or a local authority */
export const getOverview = (place: string, fiscalYear: number | null, asking?: Asking) =>
  get(`/overview${query({ place, fiscal_year: fiscalYear })}`, overview, asking);

/** @param place as for the overview */
/** @param fiscalYear the records are as they stood at its end */
export const getProfile = (place: string, fiscalYear: number, asking?: Asking) =>
  get(`/areas/${place}/profile${query({ fiscal_year: fiscalYear })}`, placeProfile, asking);

/** @param version of the target; null: the one in force */
export const getTarget = (indicator: string, version: number | null, asking?: Asking) =>
  get(`/targets/${indicator}${query({ version })}`, targetDetail, asking);

/** What a change would write; nothing is written. */
export const previewTarget = (indicator: string, change: TargetChange, asking?: Asking) =>
  post(`/targets/${indicator}/preview`, targetPreview, change, asking);

/** Writes a new version. @param key the edit key of the installation */
export const writeTarget = (indicator: string, change: TargetChange, key: string) =>
  post(`/targets/${indicator}/versions`, targetDetail, change, { key });

/** One page of a list. @param search the one filter, from lib/filter-query.ts */
export type Page = { search: string; sort?: string | null; limit: number; cursor?: string | null };

const pageQuery = ({ search, sort, limit, cursor }: Page) =>
  query({ ...Object.fromEntries(new URLSearchParams(search)), sort, limit, cursor });

/** @param kind id of a kind of record; what an item of it is, is for the caller to say */
export const listRecords = <Item>(kind: string, page: Page, asking?: Asking) => {
  const known = register.byId(kind);
  const answer = listOfKind(known) as unknown as z.ZodType<RecordPage<Item>>;
  return get(`/${collectionPath(known)}${pageQuery(page)}`, answer, asking);
};
export const getRecord = <Detail>(kind: string, id: string, asking?: Asking) => {
  const known = register.byId(kind);
  return get(`/${collectionPath(known)}/${id}`, known.detail as unknown as z.ZodType<Detail>, asking);
};

/** The data dictionary. */
export const getCatalogue = (asking?: Asking) => get("/catalogue", catalogue, asking);
