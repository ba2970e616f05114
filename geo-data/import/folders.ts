// Where the parts of geo-data are on this disk.
import { join } from "node:path";

const geoDataFolder = join(import.meta.dirname, "..");

/** Where declarations are: ours, and those that an office keeps outside of the project. */
export const sourcesFolders = (): string[] => [
  join(geoDataFolder, "sources"),
  ...(process.env.GEO_SOURCES_DIR ? [process.env.GEO_SOURCES_DIR] : []),
];
export const lookupsFolder = join(geoDataFolder, "lookups");
export const standInFolder = join(geoDataFolder, "stand-in");
/** Downloads are kept here, so that a second load needs no network. */
export const cacheFolder = join(geoDataFolder, "..", ".data", "geo");
