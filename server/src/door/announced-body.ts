// What a head says of the body behind it.
import type { FastifyRequest } from "fastify";

export function announcesBody({ raw }: FastifyRequest): boolean {
  const { "content-length": length, "transfer-encoding": encoding } = raw.headers;
  return encoding !== undefined || (length !== undefined && length !== "0");
}

/** Whether it is still on its way: what comes after it may then be taken for no other request. */
export const isUnread = (request: FastifyRequest): boolean =>
  announcesBody(request) && request.raw.complete === false;
