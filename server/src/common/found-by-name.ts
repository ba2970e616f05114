// Files that are found by their name: whoever adds one edits no list. The build keeps each as a file of its own, so that
// the same happens beside dist as beside src.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What the files of a folder export, in the order of their names.
 * @param folder absolute
 * @param role "record" finds <id>.record.ts, or .js where the server was built
 */
export async function loadByName<Exported>(folder: string, role: string): Promise<Map<string, Exported>> {
  const files = readdirSync(folder)
    .map((name) => ({ name, id: new RegExp(`^(.+)\\.${role}\\.[jt]s$`).exec(name)?.[1] }))
    .filter((file): file is { name: string; id: string } => file.id !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const loaded = new Map<string, Exported>();
  for (const { name, id } of files) {
    loaded.set(id, (await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href)) as Exported);
  }
  return loaded;
}
