import fc from "fast-check";
import {expect, test} from "vitest";
import {murmur3} from "../../lib/random/murmur3.js";
import {streamState} from "../../lib/random/stream.js";
import {xoshiro128pp} from "../../lib/random/xoshiro.js";

const address = {seed: 1, experiment: "batch-scaling", cell: "b=1", replicate: 0};

test("every field of the address matters, and no pair of addresses collides", () => {
  const states = new Set<string>();
  let count = 0;
  for (const seed of [0, 1, -1, 2 ** 40])
    for (const experiment of ["a", "b", 'a"'])
      for (const cell of ["", "b=1", "b=11"])
        for (let replicate = 0; replicate < 200; replicate++, count++)
          states.add(streamState({seed, experiment, cell, replicate}).join());
  expect(states.size).toBe(count);
});

test("bad addresses are refused", () => {
  expect(() => streamState({...address, seed: 0.5})).toThrow(
    "seed must be a safe integer; got 0.5"
  );
  expect(() => streamState({...address, replicate: -1})).toThrow(
    "replicate must be an integer ≥ 0; got -1"
  );
});

test("neighbouring addresses differ in about half of their 128 bits", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 0, max: 1e9}),
      fc.integer({min: 0, max: 1e9}),
      (seed, replicate) => {
        const a = streamState({...address, seed, replicate});
        const b = streamState({...address, seed, replicate: replicate + 1});
        let bits = 0;
        for (let i = 0; i < 4; i++) for (let x = a[i] ^ b[i]; x; x &= x - 1) bits++;
        expect(Math.abs(bits - 64)).toBeLessThan(6 * Math.sqrt(32));
      }
    ),
    {seed: 1, numRuns: 2000}
  );
});

test("xoshiro128++ refuses the state that it cannot leave", () => {
  expect(() => xoshiro128pp([0, 0, 0, 0])).toThrow("state must not be all zero");
  expect(() => xoshiro128pp([1, 2, 3])).toThrow("state must hold 4 words; got 3");
});

test("the hash depends on every byte, whatever the length", () => {
  const seen = new Set<string>();
  for (let length = 0; length < 40; length++)
    for (let flip = -1; flip < length; flip++) {
      const bytes = new Uint8Array(length);
      if (flip >= 0) bytes[flip] = 0x80;
      seen.add(murmur3(bytes, 1).join());
    }
  expect(seen.size).toBe((40 * 41) / 2);
});
