// Every page, found by name: pages/<page>/<page>.page.tsx. The code behind a page comes when somebody goes there.
import type { AnyPage } from "../address/page.ts";

const files = import.meta.glob<AnyPage>("../pages/*/*.page.tsx", { eager: true, import: "page" });

export const pages: readonly AnyPage[] = Object.values(files);
