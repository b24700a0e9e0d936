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

  it("draws the same polar normals, and stays in step", () => {
    const state = new RandomState(seed);
    const values = Float64Array.from({length: COUNT}, () => state.standard_normal());
    expectDigest(values, expected.normal);
    expect(state.random_sample()).toBe(expected.after);
  });
});

it("refuses seeds that NumPy refuses", () => {
  expect(() => new RandomState(2 ** 32)).toThrow("seed must be integers in [0, 2³²)");
  expect(() => new RandomState([])).toThrow("got []");
});
