// The one filter: what the map, the figures, the tables and the exports are of.
export type Filter = {
  /** codes of areas, regions and local authorities; each includes all below it */
  within: string[];
  q: string;
  /** conditions of kinds of records, by `<collection>.<field>`: codes, or the id of a record that they name */
  own: Readonly<Record<string, readonly string[]>>;
};

export const emptyFilter: Filter = { within: [], q: "", own: {} };

/** A kind's own condition, as the filter calls it: others have fields of the same name. */
export const ownField = (collection: string, field: string) => `${collection}.${field}`;
