// The layers of records there are: functions of the database that declare themselves. Read once; a name that is not among
// them is looked for again, since migrations may bring one while the server runs.
import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { type TileLayer, tileLayer } from "./tiles.schema.ts";
import { listTileLayers } from "./tiles.sql.ts";

/** However many ask for what is none, the database is asked no more often. */
const LOOK_AGAIN_MS = 10_000;

export class TileLayers {
  private known: Promise<Map<string, TileLayer>> | null = null;
  private readAt = 0;

  constructor(private readonly db: Db) {}

  /** @throws ProblemError tile-layer-not-found */
  async get(id: string): Promise<TileLayer> {
    const layer = (await this.layers()).get(id) ?? (await this.layers(LOOK_AGAIN_MS)).get(id);
    if (layer) return layer;
    const ids = [...(await this.layers()).keys()].join(", ");
    throw new ProblemError("tile-layer-not-found", {
      detail: `there is no layer ${id}; there are areas, ${ids}`,
      errors: [{ field: "layer", message: "no such layer" }],
    });
  }

  /** @param maxAge ms; however old when left out */
  private layers(maxAge = Number.POSITIVE_INFINITY): Promise<Map<string, TileLayer>> {
    if (this.known && Date.now() - this.readAt <= maxAge) return this.known;
    this.readAt = Date.now();
    this.known = this.read();
    this.known.catch(() => {
      this.known = null;
    });
    return this.known;
  }

  /** A function that declares nothing that can be read is no layer. */
  private async read(): Promise<Map<string, TileLayer>> {
    const rows = await listTileLayers(this.db);
    return new Map(
      rows.flatMap(({ id, declaration }) => {
        const layer = tileLayer.safeParse(jsonOr(declaration, null));
        return layer.success ? [[id, layer.data] as const] : [];
      }),
    );
  }
}

function jsonOr<T>(text: string | null, otherwise: T): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return otherwise;
  }
}
