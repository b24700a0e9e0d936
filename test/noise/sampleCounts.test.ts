import {expect, test} from "vitest";
import {sampleCounts, samplingSchemes} from "../../lib/noise/sampleCounts.js";

const total = (law: {probability: number}[]) => law.reduce((s, o) => s + o.probability, 0);

test.each(samplingSchemes)(
  "%s: probabilities sum to one and every sample is used b/n of the time",
  scheme => {
    for (const [n, b, steps] of [
      [2, 1, 3],
      [5, 2, 1],
      [5, 2, 3],
      [6, 3, 2]
    ]) {
      const law = sampleCounts({samples: n, batchSize: b, steps, scheme});
      expect(total(law)).toBeCloseTo(1, 13);
      for (let i = 0; i < n; i++)
        expect(law.reduce((s, o) => s + o.probability * o.counts[i], 0)).toBeCloseTo(
          (b * steps) / n,
          12
        );
      for (const {counts} of law) expect(counts.reduce((s, c) => s + c, 0)).toBe(b * steps);
    }
  }
);

/** Every run of index lists, one after another, without any counting. */
function runs(n: number, b: number, steps: number, scheme: string): number[][] {
  const orders = (pool: number[], k: number): number[][] =>
    k === 0
      ? [[]]
      : pool.flatMap(i =>
          orders(scheme === "with" ? pool : pool.filter(j => j !== i), k - 1).map(rest => [
            i,
            ...rest
          ])
        );
  const all = Array.from({length: n}, (_, i) => i);
  if (scheme === "reshuffled") return orders(all, b * steps);
  const one = orders(all, b);
  return Array.from({length: steps}).reduce<number[][]>(
    so => so.flatMap(first => one.map(batch => [...first, ...batch])),
    [[]]
  );
}

test.each(samplingSchemes)("%s: the law is that of all ordered runs", scheme => {
  const [n, b, steps] = [4, 2, 2];
  const all = runs(n, b, steps, scheme);
  const law = sampleCounts({samples: n, batchSize: b, steps, scheme});
  const seen = new Map<string, number>();
  for (const run of all) {
    const counts = Array<number>(n).fill(0);
    for (const i of run) counts[i]++;
    seen.set(counts.join(), (seen.get(counts.join()) ?? 0) + 1 / all.length);
  }
  expect(law.length).toBe(seen.size);
  for (const {counts, probability} of law)
    expect(probability).toBeCloseTo(seen.get(counts.join()) ?? Number.NaN, 12);
});

test("batches of an incomplete epoch: what is left over is dropped, a new permutation follows", () => {
  const law = sampleCounts({samples: 3, batchSize: 2, steps: 2, scheme: "reshuffled"});
  expect(law.length).toBe(6);
  expect(Math.max(...law.map(({counts}) => Math.max(...counts)))).toBe(2);
});

test("refuses what it cannot draw", () => {
  const at = {samples: 3, batchSize: 4};
  expect(() => sampleCounts({...at, scheme: "without"})).toThrow(/batchSize .*4/);
  expect(sampleCounts({...at, scheme: "with"}).length).toBe(15);
  expect(() => sampleCounts({samples: 30, batchSize: 15, scheme: "with"})).toThrow(/outcomes/);
  expect(() => sampleCounts({samples: 60, batchSize: 30, scheme: "without"})).toThrow(/outcomes/);
  expect(() => sampleCounts({samples: 3, batchSize: 1, scheme: "other" as never})).toThrow(
    /scheme/
  );
});
