// A component's sheet and the component say the same classes: what it names is there, and what is there is named.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder, root } from "./tree.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");

export function styleSheetOffences(): string[] {
  return filesUnder("web/src", ".module.css").flatMap((sheet) => {
    const component = sheet.replace(".module.css", ".tsx");
    const text = read(component);
    // of the selectors alone, without what :global leaves to others
    const selectors = read(sheet)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/:global\([^)]*\)/g, "")
      .replace(/\{[^{}]*\}/g, "{}");
    const there = new Set([...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name ?? ""));
    const named = new Set([...text.matchAll(/\bstyles\.(\w+)/g)].map(([, name]) => name ?? ""));
    const missing = [...named].filter((name) => !there.has(name));
    // by a name that is worked out, any may be meant
    const unused = text.includes("styles[") ? [] : [...there].filter((name) => !named.has(name));
    return [
      ...missing.map((name) => `${component}: styles.${name} is not in its style sheet`),
      ...unused.map((name) => `${sheet}: nothing in ${component} has the class ${name}`),
    ];
  });
}
