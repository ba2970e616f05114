// Where the parts of geo-data are on this disk.
import { join } from "node:path";

const geoDataFolder = join(import.meta.dirname, "..");

export const sourcesFolder = join(geoDataFolder, "sources");
export const lookupsFolder = join(geoDataFolder, "lookups");
export const standInFolder = join(geoDataFolder, "stand-in");
/** Downloads are kept here, so that a second load needs no network. */
export const cacheFolder = join(geoDataFolder, "..", ".data", "geo");
