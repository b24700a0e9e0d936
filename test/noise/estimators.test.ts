import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {gradientVariances} from "../../lib/noise/gradientVariances.js";
import {
  identifiableProjection,
  projectedCovariance
} from "../../lib/noise/identifiableProjection.js";
import {movingCovariance} from "../../lib/noise/movingCovariance.js";
import {streamingCovariance} from "../../lib/noise/streamingCovariance.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {randomDefinite} from "./randomMatrices.js";

function table(n: number, d: number, seed: number, rank = d, offset = 0): number[][] {
  const source = uniformSource(seed);
  const basis = Array.from({length: rank}, () => Array.from({length: d}, () => source.normal()));
  return Array.from({length: n}, () => {
    const row = new Array<number>(d).fill(offset);
    basis.forEach((b, k) => {
      const weight = source.normal() * (k + 1);
      for (let j = 0; j < d; j++) row[j] += weight * b[j];
    });
    return row;
  });
}

describe("gradientVariances", () => {
  it("is the diagonal of the covariance, and bounds d_eff from above", () => {
    const psi = table(30, 5, 3, 5, 1e3);
    const covariance = gradientCovariance(psi);
    const variances = gradientVariances(psi);
    variances.forEach((v, j) => {
      expect(Math.abs(v / covariance.get(j, j) - 1)).toBeLessThan(1e-13);
    });
    const largest = symmetricEigen(covariance).values[4];
    expect(covariance.trace() / Math.max(...variances)).toBeGreaterThan(
      covariance.trace() / largest
    );
    expect(() => gradientVariances([[1]])).toThrow(/at least 2 rows/);
  });
});

describe("streamingCovariance", () => {
  it("is exact when the rank suffices, wherever the stream is read: 10⁻⁷ relative", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 6}),
        fc.integer({min: 2, max: 40}),
        fc.integer({min: 1, max: 1e6}),
        (rank, n, seed) => {
          const d = rank + 3;
          const psi = table(n, d, seed, rank, 5);
          const stream = streamingCovariance({dimension: d, rank});
          for (const row of psi) stream.add(row);
          const {values, vectors, trace, mean, samples} = stream.leading();
          const exact = gradientCovariance(psi);
          const rebuilt = vectors.mmul(Matrix.diag(values)).mmul(vectors.transpose());
          expect(rebuilt.sub(exact).norm() / exact.norm()).toBeLessThan(1e-7);
          expect(Math.abs(trace / exact.trace() - 1)).toBeLessThan(1e-12);
          expect(samples).toBe(n);
          for (let j = 0; j < d; j++)
            expect(mean[j]).toBeCloseTo(psi.reduce((s, row) => s + row[j], 0) / n, 9);
        }
      ),
      {numRuns: 60, seed: 12}
    );
  });

  it("bounds every eigenvalue from below otherwise, and finds the leading ones of a decaying spectrum", () => {
    const source = uniformSource(2);
    const d = 12;
    const psi = Array.from({length: 3000}, () =>
      Array.from({length: d}, (_, j) => source.normal() * 3 ** -j)
    );
    const stream = streamingCovariance({dimension: d, rank: 4});
    for (const row of psi) stream.add(row);
    const {values, vectors, trace} = stream.leading();
    const exact = gradientCovariance(psi);
    const eigen = Array.from(symmetricEigen(exact).values).reverse();
    values.forEach((v, j) => {
      expect(v).toBeLessThan(eigen[j] * (1 + 1e-12));
    });
    for (const j of [0, 1]) expect(values[j] / eigen[j]).toBeGreaterThan(0.999);
    expect(values.reduce((a, b) => a + b)).toBeLessThanOrEqual(trace);
    const gram = vectors.transpose().mmul(vectors);
    expect(gram.sub(Matrix.eye(4)).norm()).toBeLessThan(1e-9);
  });

  it("keeps nothing of gradients that are all alike, and refuses bad input", () => {
    const stream = streamingCovariance({dimension: 2, rank: 2});
    for (let i = 0; i < 5; i++) stream.add([1, 1]);
    expect(stream.leading().values).toEqual([]);
    expect(() => stream.add([1])).toThrow("gradient must have 2 entries; got 1");
    expect(() => stream.add([1, Infinity])).toThrow(/finite/);
    expect(() => streamingCovariance({dimension: 2, rank: 3})).toThrow(
      /rank must be an integer in \[1, 2\]/
    );
    expect(() => streamingCovariance({dimension: 2, rank: 1}).leading()).toThrow(
      /at least 2; got 0/
    );
  });
});

describe("movingCovariance", () => {
  it("is the weighted covariance of its definition", () => {
    const psi = table(25, 3, 8, 3, 10);
    const alpha = 0.15;
    const moving = movingCovariance({dimension: 3, alpha});
    for (const row of psi) moving.add(row);
    const n = psi.length;
    const w = psi.map((_, i) => (i === 0 ? 1 : alpha) * (1 - alpha) ** (n - 1 - i));
    const mean = [0, 1, 2].map(j => psi.reduce((s, row, i) => s + w[i] * row[j], 0));
    const squares = w.reduce((s, x) => s + x * x, 0);
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) {
        const sum = psi.reduce(
          (s, row, i) => s + w[i] * (row[a] - mean[a]) * (row[b] - mean[b]),
          0
        );
        expect(moving.covariance().get(a, b)).toBeCloseTo(sum / (1 - squares), 10);
      }
    expect(moving.effectiveSamples()).toBeCloseTo(1 / squares, 10);
    expect(moving.mean()[0]).toBeCloseTo(mean[0], 10);
  });

  it("is unbiased after any number of gradients: 20 000 streams, |z| < 4", () => {
    const source = uniformSource(6);
    for (const n of [2, 5, 60]) {
      const values = Array.from({length: 20000}, () => {
        const moving = movingCovariance({dimension: 1, alpha: 0.3});
        for (let i = 0; i < n; i++) moving.add([2 * source.normal() + 7]);
        return moving.covariance().get(0, 0);
      });
      const mean = values.reduce((s, v) => s + v, 0) / values.length;
      const spread = Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0)) / values.length;
      expect(Math.abs(mean - 4) / spread).toBeLessThan(4);
    }
  });

  it("follows a covariance that changes, and refuses bad input", () => {
    const source = uniformSource(7);
    const moving = movingCovariance({dimension: 1, alpha: 0.01});
    for (let i = 0; i < 3000; i++) moving.add([source.normal() * (i < 1000 ? 10 : 1)]);
    expect(moving.covariance().get(0, 0)).toBeLessThan(2);
    expect(() => movingCovariance({dimension: 1, alpha: 1})).toThrow(
      "alpha must lie in (0, 1); got 1"
    );
    expect(() => movingCovariance({dimension: 1, alpha: 0.5}).covariance()).toThrow(
      /at least 2; got 0/
    );
  });
});

describe("identifiableProjection", () => {
  it("is symmetric, idempotent, keeps H and has its rank, also for an indefinite H", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 6}),
        fc.integer({min: 0, max: 6}),
        fc.integer({min: 1, max: 1e6}),
        (d, wanted, seed) => {
          const rank = Math.min(d, wanted);
          const {vectors} = symmetricEigen(randomDefinite(d, seed));
          const values = Array.from({length: d}, (_, i) =>
            i < rank ? (i % 2 ? -1 : 2) * 10 ** -i : 0
          );
          const raw = vectors.mmul(Matrix.diag(values)).mmul(vectors.transpose());
          const h = Matrix.add(raw, raw.transpose()).div(2);
          const {projection, rank: found} = identifiableProjection(h, {tolerance: 1e-12});
          expect(found).toBe(rank);
          const c = 200 * d * Number.EPSILON;
          expect(projection.mmul(projection).sub(projection).norm()).toBeLessThan(c);
          expect(projection.mmul(h).sub(h).norm()).toBeLessThan(c * Math.max(1, h.norm()));
          expect(projection.trace()).toBeCloseTo(rank, 10);
          const g = randomDefinite(d, seed + 1);
          const projected = projectedCovariance(h, g, {tolerance: 1e-12});
          expect(Matrix.sub(projected, projection.mmul(g).mmul(projection)).norm()).toBeLessThan(
            c * g.norm()
          );
          expect(projected.isSymmetric()).toBe(true);
        }
      ),
      {numRuns: 60, seed: 13}
    );
  });

  it("is the identity for a regular H and zero for H = 0", () => {
    expect(
      identifiableProjection(randomDefinite(3, 1)).projection.sub(Matrix.eye(3)).norm()
    ).toBeLessThan(1e-13);
    const none = identifiableProjection([[0]]);
    expect([none.projection.get(0, 0), none.rank, none.basis.columns]).toEqual([0, 0, 0]);
    expect(() =>
      identifiableProjection([
        [1, 2],
        [0, 1]
      ])
    ).toThrow(/H must be symmetric/);
  });
});
