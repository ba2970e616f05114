// Requests that programs before this server and this server itself might read differently: nobody who means well sends them.
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { invalidQuery, ProblemError } from "../problems.ts";
import { isHost } from "../public-address.ts";

/** Before all that answers. */
export function refuseBentRequests(app: FastifyInstance): void {
  app.addHook("onRequest", ({ raw, url, query }, _reply, done) => {
    if (!hasOneHost(raw)) return done(malformed("there has to be one Host, and it a name or an address"));
    if (!url.startsWith("/")) return done(malformed("the address has to be one of this host"));
    // the one name that contracts pass over where they look for fields that are none
    if (Object.hasOwn(query as object, "__proto__"))
      return done(invalidQuery([{ path: [], message: "", keys: ["__proto__"] }], {}));
    done();
  });
}

const malformed = (detail: string) => new ProblemError("request-malformed", { detail });

/** HTTP/1.0 needs none; of the others Node has seen to it that there is one. Of several it would tell the first alone. */
function hasOneHost({ headers: { host }, rawHeaders, httpVersion }: IncomingMessage): boolean {
  if (host === undefined) return httpVersion === "1.0";
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
  }
  return count === 1 && isHost(host);
}

/** `http://map.example.org/areas/50` is /areas/50 of the host that is asked; of any other it is none of ours. */
export function withoutOwnHost({ url = "/", headers }: IncomingMessage): string {
  if (url.startsWith("/")) return url;
  const [, host, path] = /^https?:\/\/([^/?#]*)(\/.*)$/i.exec(url) ?? [];
  return path !== undefined && host?.toLowerCase() === headers.host?.toLowerCase() ? path : url;
}
