import {createHash} from "node:crypto";
import {expect} from "vitest";

export interface Digest {
  count: number;
  sha256: string;
  first: number[];
}

/** Compares a stream with NumPy's: first its head, which shows what differs, then every byte. */
export function expectDigest(values: ArrayLike<number>, digest: Digest, words = false): void {
  expect(Array.from({length: 4}, (_, i) => values[i])).toEqual(digest.first);
  expect(values.length).toBe(digest.count);
  const bytes = words ? Uint32Array.from(values) : Float64Array.from(values);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(digest.sha256);
}
