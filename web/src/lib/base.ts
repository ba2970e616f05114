// The path under which people reach this server: "/", or "/phuenthi/" behind a proxy. The server writes it into the page.

/** "./" is what the sources have: the page of `npm run dev`, at the root. */
const written = "document" in globalThis ? document.documentElement.dataset.base : undefined;

export const basePath = new URL(written ?? "./", "http://server/").pathname;

/** An address of this server. @param path from its root, with a slash before it */
export const onServer = (path: string) => basePath + path.slice(1);

/** The path without what lies before this server's root. @param path of an address, such as location.pathname */
export const withoutBase = (path: string) =>
  path.startsWith(basePath) ? path.slice(basePath.length - 1) : path === basePath.slice(0, -1) ? "/" : path;
