import {describe, expect, it} from "vitest";
import {MT19937, RandomState} from "../../lib/random/numpy.js";
import {expectDigest} from "./digest.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

const COUNT = 1_000_000;
const cases: [number | number[], typeof fixture.legacyArray][] = [
  ...Object.entries(fixture.legacy).map(([seed, expected]) => [Number(seed), expected] as const),
  [[1, 2, 3], fixture.legacyArray] as const
].map(([seed, expected]) => [seed as number | number[], expected]);

describe.each(cases)("NumPy's RandomState, seed %j", (seed, expected) => {
  it("draws the same words", () => {
    const source = new MT19937(seed);
    const words = Uint32Array.from({length: COUNT}, () => source.next32());
    expectDigest(words, expected.words, true);
  });

  it("draws the same uniforms", () => {
    const state = new RandomState(seed);
    const values = Float64Array.from({length: COUNT}, () => state.random_sample());
    expectDigest(values, expected.random);
  });

  it("draws the same polar normals to 2 ulp, and stays in step", () => {
    const state = new RandomState(seed);
    const values = Float64Array.from({length: COUNT}, () => state.standard_normal());
    const every = COUNT / expected.normal.length;
    for (const [i, value] of expected.normal.entries()) {
      const ulp = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
      expect(Math.abs(values[i * every]! - value)).toBeLessThanOrEqual(2 * ulp);
    }
    // the last byte of a float64 shows differences of up to 127 ulp
    const last = Uint8Array.from(atob(expected.lastBytes), c => c.charCodeAt(0));
    const ours = new Uint8Array(values.buffer);
    for (const [i, byte] of last.entries())
      expect(Math.abs(((ours[8 * i]! - byte) << 24) >> 24)).toBeLessThanOrEqual(2);
    expect(state.random_sample()).toBe(expected.after);
  });
});

it("refuses seeds that NumPy refuses", () => {
  expect(() => new RandomState(2 ** 32)).toThrow("seed must be integers in [0, 2³²)");
  expect(() => new RandomState([])).toThrow("got []");
});
