import {describe, expect, it} from "vitest";
import {default_rng, PCG64, SeedSequence} from "../../lib/random/numpy.js";
import {expectDigest} from "./digest.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

const COUNT = 1_000_000;

for (const [name, expected] of Object.entries(fixture.generator)) {
  const seed = Number(name);
  describe(`NumPy ${fixture.numpy}, seed ${seed}`, () => {
    it("seeds alike", () => {
      expect([...new SeedSequence(seed).generate_state(8)]).toEqual(expected.state);
      expect([...new SeedSequence(seed, [3, 1]).generate_state(8)]).toEqual(expected.child);
    });

    it("draws the same words", () => {
      const source = new PCG64(seed);
      expect(expected.words.map(() => String(source.next64()))).toEqual(expected.words);
    });

    it("draws the same normals and uniforms", () => {
      expectDigest(default_rng(seed).standard_normal(COUNT), expected.normal);
      expectDigest(default_rng(seed).random([1000, 1000]), expected.random);
    });

    it.each(Object.entries(expected.integers))(
      "draws the same integers below %s",
      (range, digest) => {
        const [low, high] = range.includes(":") ? range.split(":").map(Number) : [0, Number(range)];
        expectDigest(default_rng(seed).integers(low!, high!, COUNT), digest);
      }
    );

    it("permutes alike", () => {
      expectDigest(default_rng(seed).permutation(COUNT), expected.permutation);
    });

    it.each(Object.entries(expected.choice))("chooses alike, %s", (name, digest) => {
      const [population, size] = name.split(":").map(Number) as [number, number];
      const rng = default_rng(seed);
      const draws = Array.from({length: 20}, () => rng.choice(population, size, {replace: false}));
      expectDigest(draws.flat(), digest);
    });

    it("chooses alike with replacement", () => {
      expectDigest(default_rng(seed).choice(333, COUNT), expected.replaced);
    });

    it("keeps 32-bit halves between calls alike", () => {
      const g = default_rng(seed);
      const values: number[] = [];
      for (let k = 0; k < 200; k++)
        values.push(
          g.integers(10),
          ...g.standard_normal(3),
          ...g.permutation(5 + (k % 7)),
          ...g.random(2),
          ...g.choice(50, 7, {replace: false}),
          g.integers(-(2 ** 40), 2 ** 50)
        );
      expectDigest(values, expected.mixed);
    });
  });
}

describe("NumPy's seeds and arguments", () => {
  it("takes several integers of any size", () => {
    const sequence = new SeedSequence([1, 2n ** 70n, 3, 4, 5]);
    expect([...sequence.generate_state(4)]).toEqual(fixture.entropy);
  });

  it("permutes items without touching them", () => {
    const items = ["a", "b", "c", "d"];
    const permuted = default_rng(7).permutation(items);
    expect(permuted).toEqual(
      default_rng(7)
        .permutation(4)
        .map(i => items[i])
    );
    expect(items).toEqual(["a", "b", "c", "d"]);
  });

  it.each([
    [() => default_rng(-1), "entropy must be a non-negative integer; got -1"],
    [() => default_rng(0.5), "entropy must be a non-negative integer, a bigint if large; got 0.5"],
    [() => default_rng(7).integers(3, 3), "high must be an integer ≥ 4; got 3"],
    [() => default_rng(7).random(-1), "size must be an integer ≥ 0; got -1"],
    [
      () => default_rng(7).choice(5, 6, {replace: false}),
      "size must be an integer in [0, 5]; got 6"
    ]
  ])("refuses %s", (call, message) => {
    expect(call).toThrow(message);
  });
});
