// Lines of features → one FeatureCollection, byte by byte as they come, nothing kept.
import { Transform, type TransformCallback } from "node:stream";

const NEWLINE = 0x0a;
const COMMA = Buffer.from(",\n");

/**
 * Joins newline-ended features with commas and puts the collection around them (RFC 7946).
 * @param head members of the collection besides `features`, such as attribution
 */
export class FeatureCollection extends Transform {
  private owesComma = false;
  private readonly opening: string;
  private opened = false;

  constructor(head: Record<string, unknown>) {
    super();
    this.opening = `${JSON.stringify({ type: "FeatureCollection", ...head }).slice(0, -1)},"features":[\n`;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.open();
    const lines: Buffer[] = [];
    let start = 0;
    // a chunk may end in the middle of a line: a comma is owed only once another line begins
    while (start < chunk.length) {
      if (this.owesComma) lines.push(COMMA);
      const end = chunk.indexOf(NEWLINE, start);
      this.owesComma = end !== -1;
      lines.push(chunk.subarray(start, end === -1 ? chunk.length : end));
      if (end === -1) break;
      start = end + 1;
    }
    // one piece for one: what comes after this handles each piece by itself
    this.push(Buffer.concat(lines));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.open();
    this.push("\n]}\n");
    done();
  }

  private open(): void {
    if (this.opened) return;
    this.opened = true;
    this.push(this.opening);
  }
}
