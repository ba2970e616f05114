import type { Sort } from "./DataGrid.tsx";

/** "-name" is by name, turned round: the API's way of saying it, and the link's. */
export function parseSort(text: string): Sort {
  return text.startsWith("-") ? { id: text.slice(1), descending: true } : { id: text, descending: false };
}

export function sortText({ id, descending }: Sort): string {
  return `${descending ? "-" : ""}${id}`;
}
