import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {bestBatchSize, bestLearningRate, fewestCalls} from "../../lib/budgets/bestRun.js";
import {riskOfRun} from "../../lib/budgets/quadraticRun.js";
import reference from "./fixtures/quadraticRun.json" with {type: "json"};

const hessian = [
  [1.2, 0.5],
  [0.5, 0.4]
];
const sampleNoise = [
  [0.6, -0.7],
  [-0.7, 1.5]
];
const initial = [1.5, -2];
const metric = [
  [1, 0.2],
  [0.2, 3]
];
const problem = {hessian, sampleNoise, initial};

/** ½ E θᵀMθ after T updates, by the recursion of E θθᵀ. */
function risk(eta: number, b: number, steps: number, M = hessian): number {
  const A = Matrix.eye(2).sub(new Matrix(hessian).mul(eta));
  const start = Matrix.columnVector(initial);
  let P = start.mmul(start.transpose());
  const kick = new Matrix(sampleNoise).mul((eta * eta) / b);
  for (let t = 0; t < steps; t++) P = A.mmul(P).mmul(A).add(kick);
  return new Matrix(M).mmul(P).trace() / 2;
}

/** The least of the risk over rates below the limit, by trying very many. */
function leastOf(b: number, steps: number, M = hessian, tries = 1200): number {
  let least = Infinity;
  for (let k = 1; k < tries; k++) least = Math.min(least, risk((1.37 * k) / tries, b, steps, M));
  return least;
}

describe("bestLearningRate", () => {
  it.each([
    [1, 1, hessian],
    [5, 1, hessian],
    [40, 4, hessian],
    [12, 2, metric]
  ])("leaves the least risk of all rates: T = %i, b = %i", (steps, batchSize, M) => {
    const found = bestLearningRate({...problem, steps, batchSize, metric: M});
    const least = leastOf(batchSize, steps, M);
    expect(Math.abs(found.risk / risk(found.learningRate, batchSize, steps, M) - 1)).toBeLessThan(
      1e-11
    );
    expect(found.risk).toBeLessThanOrEqual(least * (1 + 1e-12));
    expect(found.risk).toBeGreaterThan(least * (1 - 1e-4));
  });
});

describe("bestLearningRate at its edges", () => {
  const one = {hessian: [[1]], initial: [1]};

  it("follows noise as far below the edge as it asks: η = 1/(1 + G) for one step", () => {
    for (const G of [1e3, 1e8, 1e12]) {
      const found = bestLearningRate({...one, sampleNoise: [[G]], steps: 1});
      expect(Math.abs(found.learningRate * (1 + G) - 1)).toBeLessThan(1e-2);
      expect(Math.abs(found.risk / (0.5 - 0.5 / (1 + G)) - 1)).toBeLessThan(1e-15);
    }
  });

  it("refuses a start at which steps only add noise", () => {
    const still = {hessian: [[1]], sampleNoise: [[1]], initial: [0]};
    const words = "initial must leave a risk that steps can make less; got 0";
    expect(() => bestLearningRate({...still, steps: 3})).toThrow(words);
    expect(() => bestBatchSize({...still, calls: 3})).toThrow(words);
  });

  it.each(reference.risk)(
    "the risk, against 60 digits, c = 4: h = $h, T = $steps, η = $eta",
    ({h, steps, eta, want}) => {
      const diagonal = (a: number, b: number) => [
        [a, 0],
        [0, b]
      ];
      const G = [
        [1e-3, 4e-4],
        [4e-4, 1e-3]
      ];
      const run = {hessian: diagonal(h[0], h[1]), sampleNoise: G, initial: [1, -0.7]};
      const got = riskOfRun(run).risk(eta, 1, steps);
      expect(Math.abs(got / want - 1)).toBeLessThan(4 * Number.EPSILON);
    }
  );
});

describe("bestBatchSize", () => {
  it("is the last batch before the least risk has grown by the share", () => {
    const calls = 120;
    const found = bestBatchSize({...problem, calls, tolerance: 0.1});
    const most = leastOf(1, calls) * 1.1;
    expect(found.steps).toBe(Math.floor(calls / found.batchSize));
    expect(leastOf(found.batchSize, found.steps)).toBeLessThan(most * 1.001);
    const next = found.batchSize + 1;
    expect(leastOf(next, Math.floor(calls / next))).toBeGreaterThan(most * 0.999);
  });
});

describe("fewestCalls", () => {
  it.each([1, 3])(
    "is the first number of steps at which some rate gets there, b = %i",
    batchSize => {
      const target = 0.08;
      const found = fewestCalls({...problem, risk: target, batchSize});
      expect(found.calls).toBe(found.steps * batchSize);
      expect(found.risk).toBeLessThanOrEqual(target);
      expect(risk(found.learningRate, batchSize, found.steps)).toBeLessThan(target * (1 + 1e-11));
      expect(leastOf(batchSize, found.steps - 1)).toBeGreaterThan(target);
    }
  );

  it.each([
    [{risk: 100}, /^risk must lie in \(0, [\d.]+\); got 100$/],
    [{batchSize: 0.5}, /^batchSize must be an integer ≥ 1; got 0.5$/],
    [{initial: [1]}, /^initial must have 2 entries; got 1$/],
    [{sampleNoise: [[1]]}, /^sampleNoise must be 2×2; got 1×1$/]
  ])("refuses %j", (change, message) => {
    expect(() => fewestCalls({...problem, risk: 0.1, ...change})).toThrow(message);
  });
});
