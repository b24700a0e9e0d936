import {createHash} from "node:crypto";
import {createReadStream, readSync} from "node:fs";

/**
 * Bytes of an open file from `from` on.
 *
 * @throws where the file ends before
 */
export function bytesAt(file: number, from: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const got = readSync(file, bytes, done, length - done, from + done);
    if (got === 0) throw new RangeError(`a file has become shorter while it was read`);
    done += got;
  }
  return bytes;
}

/** SHA-256 of a file, which is read in pieces. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, {highWaterMark: 2 ** 20})) hash.update(piece);
  return hash.digest("hex");
}
