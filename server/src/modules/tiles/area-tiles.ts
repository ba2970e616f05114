// Baked area tiles, kept in memory as the gzip bytes they were baked as. A version never changes, so neither
// does what is kept; a tile is read from the database the first time somebody asks for it.
import type { Db } from "../../db.ts";
import { findAreaTile, listTileKeys } from "./tiles.sql.ts";

/** The current and the previous version are served; a page opened before a boundary load keeps working. */
const VERSIONS_KEPT = 2;

/** Every baked tile of a version: its bytes, or null while nobody has asked for them. */
type Version = Map<string, Buffer | null>;

export class AreaTiles {
  private readonly versions = new Map<string, Version>();

  constructor(private readonly db: Db) {}

  /** @returns gzip bytes, null for an empty tile, undefined when the version is not served (any more) */
  async get(version: string, z: number, x: number, y: number): Promise<Buffer | null | undefined> {
    const tiles = this.versions.get(version) ?? (await this.open(version));
    const key = `${z}/${x}/${y}`;
    const kept = tiles?.get(key);
    // a key that was not baked is sea: no bytes, and no question to the database
    if (!tiles || kept === undefined) return tiles ? null : undefined;
    if (kept) return kept;
    const data = await findAreaTile(this.db, version, z, x, y);
    if (data) tiles.set(key, data);
    // the version was retired since it was opened
    else this.versions.delete(version);
    return data ?? undefined;
  }

  private async open(version: string): Promise<Version | undefined> {
    const keys = await listTileKeys(this.db, version);
    if (keys.length === 0) return undefined;
    const tiles: Version = new Map(keys.map((key) => [key, null]));
    this.versions.set(version, tiles);
    for (const oldest of this.versions.keys()) {
      if (this.versions.size <= VERSIONS_KEPT) break;
      this.versions.delete(oldest);
    }
    return tiles;
  }
}
