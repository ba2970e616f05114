// A file from the body of an answer, seen while it comes: so that a transfer that breaks off can be told.

/** What is gathered before it is handed to the browser. */
const PIECE_BYTES = 1024 * 1024;

/**
 * The whole body. Piece by piece it goes into Blobs, which browsers keep on disk when there is much of it: the page's own
 * memory holds a piece at a time, also of a country at full resolution on a phone.
 * @param onBytes told how many have come so far
 * @throws whatever the body ends with when it ends early
 */
export async function collect(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const pieces: Blob[] = [];
  let piece: Uint8Array<ArrayBuffer>[] = [];
  let [inPiece, bytes] = [0, 0];
  const hand = () => {
    pieces.push(new Blob(piece));
    piece = [];
    inPiece = 0;
  };
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    piece.push(next.value);
    inPiece += next.value.length;
    bytes += next.value.length;
    if (inPiece >= PIECE_BYTES) hand();
    onBytes(bytes);
  }
  hand();
  return new Blob(pieces);
}

/** The name in a Content-Disposition: the one in any letters (RFC 8187) before the ASCII one. */
export function nameIn(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? "") ?? [];
  const [, plain] = /filename="([^"]+)"/i.exec(disposition ?? "") ?? [];
  return encoded ? decodeURIComponent(encoded) : (plain ?? "phuenthi");
}

/** Hands a file to whatever the browser does with downloads. */
export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // some browsers begin to read only after the click has long been handled
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
