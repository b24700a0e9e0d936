import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bestTemperature} from "../../lib/budgets/bestTemperature.js";
import {type DualProblem, dualGradient} from "../../lib/budgets/dualGradient.js";
import {gradientFloor} from "../../lib/budgets/gradientFloor.js";
import {leastCalls} from "../../lib/budgets/leastCalls.js";
import {worstTransient} from "../../lib/budgets/worstTransient.js";

const positive = fc.double({min: 0.1, max: 10, noNaN: true});
const problems = fc
  .array(fc.tuple(positive, positive, positive, positive), {minLength: 1, maxLength: 4})
  .map(rows => ({
    curvatures: rows.map(r => r[0]),
    metric: rows.map(r => r[1]),
    noise: rows.map(r => r[2]),
    initial: rows.map(r => r[3])
  }));

/** The second moment of each direction, step by step: the twin. */
function twin(
  {curvatures, metric, noise, initial}: Required<DualProblem>,
  eta: number,
  b: number,
  T: number
) {
  return curvatures.reduce((sum, h, i) => {
    let second = initial[i] ** 2;
    for (let t = 0; t < T; t++) second = (1 - eta * h) ** 2 * second + (eta ** 2 * noise[i]) / b;
    return sum + (h * h * second) / metric[i];
  }, 0);
}

describe("dualGradient", () => {
  it("agrees with the recursion", () => {
    fc.assert(
      fc.property(
        problems,
        fc.integer({min: 0, max: 40}),
        fc.integer({min: 1, max: 9}),
        (p, T, b) => {
          const eta = 0.7 / Math.max(...p.curvatures);
          const {total, bias, noise} = dualGradient(p, {learningRate: eta, batchSize: b, steps: T});
          expect(total).toBeCloseTo(bias + noise, 10);
          const slow = twin(p, eta, b, T);
          expect(Math.abs(total - slow)).toBeLessThanOrEqual(1e-12 * slow);
        }
      ),
      {seed: 1, numRuns: 60}
    );
  });

  it("does not depend on the units of loss and parameters", () => {
    fc.assert(
      fc.property(problems, positive, positive, (p, s, r) => {
        const eta = 0.2 / Math.max(...p.curvatures);
        const size = s / r ** 2;
        const moved = {
          curvatures: p.curvatures.map(h => h * size),
          metric: p.metric.map(f => f * s * size),
          noise: p.noise.map(g => g * s * size),
          initial: p.initial.map(x => x * r)
        };
        const before = dualGradient(p, {learningRate: eta, steps: 17}).total;
        const after = dualGradient(moved, {learningRate: eta / size, steps: 17}).total;
        expect(Math.abs(after / before - 1)).toBeLessThan(1e-12);
      }),
      {seed: 2, numRuns: 60}
    );
  });

  it("settles at a height that the metric does not enter where noise and metric are one", () => {
    const of = (metric: number[]) =>
      dualGradient({curvatures: [1, 3], metric, initial: [0, 0]}, {learningRate: 0.1, steps: 1e5})
        .total;
    expect(of([1, 1])).toBeCloseTo(of([5, 0.2]), 14);
  });

  it("refuses rates beyond 1/max h and lists that do not match", () => {
    const p = {curvatures: [2], metric: [1], initial: [1]};
    expect(() => dualGradient(p, {learningRate: 0.5, steps: 1})).toThrow("learningRate");
    expect(() => dualGradient({...p, metric: [1, 1]}, {learningRate: 0.1, steps: 1})).toThrow(
      "metric"
    );
    expect(() => dualGradient(p, {learningRate: 0.1, steps: -1})).toThrow("steps");
  });
});

describe("gradientFloor", () => {
  const diagonal = (values: number[]) =>
    values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

  it("is where dualGradient settles if the matrices are diagonal", () => {
    fc.assert(
      fc.property(problems, p => {
        const learningRate = 0.5 / Math.max(...p.curvatures);
        const settled = dualGradient(p, {learningRate, steps: 1e6}).total;
        const floor = gradientFloor({
          hessian: diagonal(p.curvatures),
          metric: diagonal(p.metric),
          noise: diagonal(p.noise),
          learningRate
        });
        expect(Math.abs(floor / settled - 1)).toBeLessThan(1e-10);
      }),
      {seed: 3, numRuns: 40}
    );
  });

  it("is in the plane what the formula of the page says at small steps", () => {
    const [h1, h2] = [3, 0.5];
    const F = [
      [2, 1.2],
      [1.2, 1]
    ];
    const learningRate = 1e-7;
    const x = 1.2 ** 2 / (2 - 1.2 ** 2);
    const expected = (learningRate / 2) * (h1 + h2 + (x * (h1 - h2) ** 2) / (h1 + h2));
    const floor = gradientFloor({hessian: diagonal([h1, h2]), metric: F, noise: F, learningRate});
    expect(floor / expected).toBeCloseTo(1, 5);
  });

  it("refuses a metric that is not definite and steps that diverge", () => {
    const one = {hessian: [[1]], noise: [[1]], learningRate: 1};
    expect(() => gradientFloor({...one, metric: [[0]]})).toThrow("metric");
    expect(() => gradientFloor({...one, metric: [[1]], learningRate: 2})).toThrow();
  });
});

describe("worstTransient", () => {
  it("is the largest bias over the curvatures of a grid", () => {
    for (const steps of [1, 7, 100]) {
      const options = {gap: 3, metric: 2, learningRate: 0.4, steps};
      let most = 0;
      for (let k = 1; k < 20_000; k++) {
        const h = (k / 20_000) * 2.4;
        const p = {curvatures: [h], metric: [2], initial: [Math.sqrt(6 / h)]};
        most = Math.max(most, dualGradient(p, {learningRate: 0.4, steps}).bias);
      }
      expect(worstTransient(options) / most).toBeCloseTo(1, 4);
      expect(worstTransient(options)).toBeGreaterThanOrEqual(most);
    }
    expect(() => worstTransient({gap: 1, metric: 1, learningRate: 1, steps: 0})).toThrow("steps");
  });
});

describe("leastCalls", () => {
  const p = {curvatures: [1, 0.3], metric: [1, 2], initial: [1, 3]};

  it("meets the tolerance there and nowhere with a tenth fewer", () => {
    const goal = 1e-3;
    const {calls, learningRate} = leastCalls(p, goal);
    expect(dualGradient(p, {learningRate, steps: calls}).total).toBeCloseTo(goal, 9);
    for (let k = 0; k <= 4000; k++) {
      const eta = 0.25 * 10 ** (-k / 800);
      expect(dualGradient(p, {learningRate: eta, steps: 0.9 * calls}).total).toBeGreaterThan(goal);
    }
  });

  it("refuses a tolerance that the start meets", () => {
    expect(() => leastCalls(p, 100)).toThrow("squaredTolerance");
  });
});

describe("bestTemperature", () => {
  it("is not beaten by any rate on a fine grid", () => {
    const p = {curvatures: [1, 0.1], metric: [1, 1], initial: [1, 1]};
    for (const calls of [50, 3000]) {
      const {temperature, squaredNorm} = bestTemperature(p, calls);
      expect(temperature).toBeLessThanOrEqual(0.25);
      for (let k = 0; k <= 3000; k++) {
        const learningRate = 0.25 * 10 ** (-k / 600);
        expect(dualGradient(p, {learningRate, steps: calls}).total).toBeGreaterThan(
          squaredNorm * (1 - 1e-9)
        );
      }
    }
  });
});
