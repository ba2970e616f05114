// By what name budgets count whoever asks: one household or one phone is one client, however it writes its address.
import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";

/** The address that trusted proxies tell (TRUST_PROXY), else the one that the connection comes from. */
export const clientOf = (request: FastifyRequest): string => clientKey(request.ip);

/**
 * IPv4 as it stands, also where it is written as IPv6. Of IPv6 the first half: a line at home has 2^64 addresses and may take
 * another one for every question.
 */
export function clientKey(written: string | undefined): string {
  // some proxies write the port too, which is another one each time
  const address = written?.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1") ?? "";
  // what a proxy passes on may be no address at all
  if (!isIPv6(address)) return address.slice(0, 45);
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return bytesOf(groups.slice(6)).join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [plain = ""] = address.split("%");
  const dotted = /[^:]+\.[^:]+$/.exec(plain)?.[0];
  const [a = 0, b = 0, c = 0, d = 0] = dotted?.split(".").map(Number) ?? [];
  const hex = dotted
    ? `${plain.slice(0, -dotted.length)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
    : plain;
  const [before = [], after = []] = hex.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
}

const bytesOf = (groups: number[]) => groups.flatMap((group) => [group >> 8, group & 255]);
