import {expect, test} from "vitest";
import {murmur3} from "../../lib/random/murmur3.js";

/** Made by the npm package murmurhash3js-revisited 3.0.0, `x86.hash128`. */
const vectors: [string, number, string][] = [
  ["", 0, "00000000000000000000000000000000"],
  ["", 1, "88c4adec54d201b954d201b954d201b9"],
  ["a", 0, "a794933c5556b01b5556b01b5556b01b"],
  ["abc", 1, "327c7bab21a3830021a3830021a38300"],
  ["The quick brown fox jumps over the lazy dog", 0, "2f1583c3ecee2c675d7bf66ce5e91d2c"],
  ["The quick brown fox jumps over the lazy dog", 1, "d5a4c21d340673eb2baeff5d9f7eae99"],
  ['[1,"batch-scaling","b=32",0]', 0, "1cd3e9c8dcf414b9fae9fcfbab55c897"]
];

test("known answers", () => {
  for (const [text, seed, expected] of vectors) {
    const words = murmur3(new TextEncoder().encode(text), seed);
    expect([...words].map(x => x.toString(16).padStart(8, "0")).join("")).toBe(expected);
  }
});

test("every byte counts, whatever the length", () => {
  const seen = new Set<string>();
  for (let length = 0; length < 40; length++)
    for (let flip = -1; flip < length; flip++) {
      const bytes = new Uint8Array(length);
      if (flip >= 0) bytes[flip] = 0x80;
      seen.add(murmur3(bytes, 1).join());
    }
  expect(seen.size).toBe((40 * 41) / 2);
});
