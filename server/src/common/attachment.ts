// An answer that is kept as a file, under a name of its own.
import type { FastifyReply } from "fastify";
import { asciiFileName, fileName, type NamePart } from "./file-name.ts";

/** What was asked, so that two questions never give one name. */
export type FileNames = { thai: readonly NamePart[]; ascii: readonly NamePart[] };

/** @param ending with its dot */
export const fileHeaders = (names: FileNames, ending: string) => ({
  "content-disposition": attachment(fileName(names.thai, ending), asciiFileName(names.ascii, ending)),
  // made anew for each reader and sent as it is made: there is no part to ask for
  "accept-ranges": "none",
});

export function asFile(reply: FastifyReply, names: FileNames, ending: string): void {
  reply.headers(fileHeaders(names, ending));
}

/** Content-Disposition with a Thai file name for whoever reads RFC 8187, and an ASCII one for the rest. */
function attachment(thai: string, ascii: string): string {
  // encodeURIComponent leaves four characters that RFC 8187 does not
  const encoded = encodeURIComponent(thai).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
