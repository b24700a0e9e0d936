import fc from "fast-check";
import {expect, test} from "vitest";
import {streamState} from "../../lib/random/stream.js";

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
