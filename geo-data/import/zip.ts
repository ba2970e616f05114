// The members of a zip, by its list at the end. Each is held against the size and the CRC-32 that the list says.
import { crc32, inflateRawSync } from "node:zlib";
import { decodeText } from "./decode-text.ts";

export interface Member {
  name: string;
  /** bytes when unpacked, as the list says */
  size: number;
  packed: number;
  method: number;
  crc: number;
  isEncrypted: boolean;
  /** of its own heading in the zip */
  at: number;
}

/** What is wrong with a member or a zip, as the end of a sentence. */
export class ZipDamage extends Error {}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LISTED = 0x02014b50;
const HEADING = 0x04034b50;
const UTF_8 = 0x800;
const ENCRYPTED = 1;
/** The end may have a comment behind it, of two bytes' length. */
const FARTHEST_END = 22 + 0xffff;
/** In place of a number that does not fit, and is in the longer form of the list. */
const ELSEWHERE = 0xffffffff;
const LONG_FORM = 1;

/** @throws ZipDamage when there is no whole list of members */
export function listMembers(bytes: Uint8Array): Member[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, first } = findList(zip);
    const members: Member[] = [];
    for (let at = first; members.length < count; ) {
      if (zip.readUInt32LE(at) !== LISTED) throw new ZipDamage("its list of members is not whole");
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((where) => zip.readUInt16LE(at + where));
      const extraAt = at + 46 + nameLength!;
      const next = extraAt + extraLength! + noteLength!;
      if (next > zip.length) throw new ZipDamage("its list of members is not whole");
      const name = zip.subarray(at + 46, extraAt);
      const flags = zip.readUInt16LE(at + 8);
      const [packed, size, own] = longForm(zip.subarray(extraAt, extraAt + extraLength!), [
        zip.readUInt32LE(at + 20),
        zip.readUInt32LE(at + 24),
        zip.readUInt32LE(at + 42),
      ]);
      members.push({
        // names that are not marked as UTF-8 are in whatever the maker's machine had
        name: flags & UTF_8 ? name.toString("utf8") : decodeText(name).text,
        size,
        packed,
        method: zip.readUInt16LE(at + 10),
        crc: zip.readUInt32LE(at + 16),
        isEncrypted: (flags & ENCRYPTED) !== 0,
        at: own,
      });
      at = next;
    }
    return members;
  } catch (error) {
    if (error instanceof RangeError) throw new ZipDamage("it is not whole");
    throw error;
  }
}

/** @throws ZipDamage when it does not come out as the list says */
export function unpack(bytes: Uint8Array, { at, packed, size, method, crc }: Member): Uint8Array {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== HEADING)
    throw new ZipDamage("is not where it should be");
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length) throw new ZipDamage("ends before it should");
  const content = method === 0 ? zip.subarray(start, start + packed) : inflate(zip, start, packed, size);
  if (content.length !== size) {
    throw new ZipDamage(`unpacks to ${content.length} bytes where the zip says ${size}`);
  }
  if (crc32(content) !== crc) throw new ZipDamage("was changed after it was packed: its CRC-32 is another");
  return content;
}

function inflate(zip: Buffer, start: number, packed: number, size: number): Buffer {
  try {
    // one byte more than it may have: what unpacks to more is stopped there
    return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: size + 1 });
  } catch {
    throw new ZipDamage("cannot be unpacked");
  }
}

function findList(zip: Buffer): { count: number; first: number } {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - FARTHEST_END); at--) {
    if (zip.readUInt32LE(at) !== END) continue;
    const [count, first] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16)];
    const isLong = at >= 20 && zip.readUInt32LE(at - 20) === LOCATOR_64;
    if (!isLong) return { count, first };
    const long = Number(zip.readBigUInt64LE(at - 12));
    if (zip.readUInt32LE(long) !== END_64) throw new ZipDamage("its list of members is not whole");
    return { count: Number(zip.readBigUInt64LE(long + 32)), first: Number(zip.readBigUInt64LE(long + 48)) };
  }
  throw new ZipDamage("it has no list of members at its end");
}

/** Numbers that did not fit stand one after the other in a field of their own: size, packed, place. */
function longForm(
  extra: Buffer,
  [packed, size, own]: [number, number, number],
): [packed: number, size: number, own: number] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== LONG_FORM) continue;
    let next = at + 4;
    const read = (short: number) => {
      if (short !== ELSEWHERE) return short;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const longSize = read(size);
    return [read(packed), longSize, read(own)];
  }
  return [packed, size, own];
}
