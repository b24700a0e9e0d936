import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {balancedStep} from "../../lib/budgets/balancedStep.js";
import {stationarityBound} from "../../lib/budgets/stationarityBound.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

const positive = fc.double({min: 0.1, max: 10, noNaN: true});
const problem = fc.record({
  gap: positive,
  smoothness: positive,
  smallest: positive,
  trace: positive
});

describe("stationarityBound", () => {
  it("does not depend on the units of loss and parameters", () => {
    fc.assert(
      fc.property(problem, positive, positive, (p, s, r) => {
        const size = s / r ** 2;
        const options = {learningRate: 0.2 / p.smoothness, batchSize: 3, steps: 50, delta: 0.1};
        const moved = {
          gap: p.gap * s,
          smoothness: p.smoothness * size,
          smallest: p.smallest * s * size,
          trace: p.trace * s * size
        };
        const before = stationarityBound(p, options).total;
        const after = stationarityBound(moved, {...options, learningRate: 0.2 / moved.smoothness});
        expect(Math.abs(after.total / before - 1)).toBeLessThan(1e-12);
      }),
      {seed: 3, numRuns: 60}
    );
  });

  it("is kept by 2000 runs of a loss that is no quadratic, at δ = 0.1", () => {
    // L = log cosh θ₁ + 3 log cosh θ₂: M = 3; noise N(0, F).
    const F = [0.5, 2];
    const start = [1.5, 0.3];
    const gap = Math.log(Math.cosh(start[0])) + 3 * Math.log(Math.cosh(start[1]));
    const options = {learningRate: 1 / 12, batchSize: 1, steps: 30, delta: 0.1};
    const {total} = stationarityBound({gap, smoothness: 3, smallest: 0.5, trace: 2.5}, options);
    let broken = 0;
    for (let replicate = 0; replicate < 2000; replicate++) {
      const z = normals(uniforms({seed: 1, experiment: "test", cell: "bound", replicate}));
      let [x, y] = start;
      let least = Infinity;
      for (let t = 0; t < options.steps; t++) {
        const g = [Math.tanh(x), 3 * Math.tanh(y)];
        least = Math.min(least, g[0] ** 2 / F[0] + g[1] ** 2 / F[1]);
        x -= options.learningRate * (g[0] + Math.sqrt(F[0]) * z.next());
        y -= options.learningRate * (g[1] + Math.sqrt(F[1]) * z.next());
      }
      if (least > total) broken++;
    }
    expect(broken).toBeLessThanOrEqual(200);
  });

  it("refuses steps beyond 1/(4M) and δ outside (0, 1)", () => {
    const p = {gap: 1, smoothness: 1, smallest: 1, trace: 2};
    const options = {learningRate: 0.25, batchSize: 1, steps: 10, delta: 0.1};
    expect(() => stationarityBound(p, {...options, learningRate: 0.26})).toThrow("learningRate");
    expect(() => stationarityBound(p, {...options, delta: 1})).toThrow("delta");
  });
});

describe("balancedStep", () => {
  it("is not beaten by any step on a fine grid, and is one step where it is not capped", () => {
    fc.assert(
      fc.property(problem, fc.integer({min: 1, max: 64}), (p, b) => {
        const calls = 10_000;
        const {terms, learningRate, capped, freeBatchSize} = balancedStep(p, {calls, batchSize: b});
        expect(capped).toBe(b > freeBatchSize);
        const cap = 1 / (4 * p.smoothness);
        expect(learningRate).toBeLessThanOrEqual(cap);
        for (let k = 0; k <= 400; k++) {
          const eta = cap * 10 ** (-k / 80);
          const other = (p.gap * b) / (eta * calls) + (eta * p.smoothness * p.trace) / b;
          expect(other / p.smallest).toBeGreaterThan(terms * (1 - 1e-12));
        }
      }),
      {seed: 4, numRuns: 40}
    );
  });

  it("costs four times as much for half the tolerance squared", () => {
    const p = {gap: 1, smoothness: 2, smallest: 0.5, trace: 3};
    const at = (calls: number) => balancedStep(p, {calls, batchSize: 1}).terms;
    expect(at(4e6) / at(1e6)).toBeCloseTo(0.5, 12);
  });
});
