import {describe, expect, test} from "vitest";
import {uniforms} from "../../lib/random/uniforms.js";
import {
  type Demand,
  logisticDemand,
  recordedDemand,
  uniformDemand
} from "../../lib/sampling/demand.js";
import {estimate} from "../../lib/simulate/summary.js";

const laws: Record<string, Demand> = {
  logistic: logisticDemand([
    [
      {location: 10, scale: 1},
      {location: 7, scale: 0.5}
    ],
    [
      {location: 12, scale: 1.5},
      {location: 8, scale: 1}
    ]
  ]),
  uniform: uniformDemand([
    [8, 14],
    [5, 9]
  ]),
  recorded: recordedDemand([
    [8, 9],
    [11, 6],
    [12, 8],
    [11, 7]
  ])
};

describe.each(Object.entries(laws))("%s demand", (name, demand) => {
  const points = [7.3, 10.9, 12.4];
  const draws = 40_000;
  const source = uniforms({seed: 1, experiment: "demand", cell: name, replicate: 0});
  const into = new Float64Array(2);
  const days = Array.from({length: draws}, () => {
    demand.draw(source, into);
    return [...into];
  });
  const near = (values: number[], expected: number) => {
    const {mean, standardError} = estimate(values);
    expect(Math.abs(mean - expected)).toBeLessThanOrEqual(4 * standardError + 1e-12);
  };

  test("draws have the joint law, the mean and the rest that are given in closed form", () => {
    for (const x of points) {
      for (const y of [6.4, 7.5])
        near(
          days.map(([a, b]) => (a <= x && b <= y ? 1 : 0)),
          demand.joint(0, 1, x, y)
        );
      near(
        days.map(([a]) => (a <= x ? 1 : 0)),
        demand.joint(0, 0, x, x + 1)
      );
      near(
        days.map(([a]) => Math.max(0, x - a)),
        demand.leftOver(0, x)
      );
    }
    near(
      days.map(([, b]) => b),
      demand.mean(1)
    );
  });

  test("what is left over grows with the share of days below", () => {
    const h = 1e-5;
    for (const x of points) {
      const slope = (demand.leftOver(0, x + h) - demand.leftOver(0, x - h)) / (2 * h);
      expect(slope).toBeCloseTo(demand.joint(0, 0, x, x), 6);
      if (name === "recorded") expect(demand.density(0, x)).toBeNaN();
      else {
        const share = (at: number) => demand.joint(0, 0, at, at);
        expect(demand.density(0, x)).toBeCloseTo((share(x + h) - share(x - h)) / (2 * h), 6);
      }
    }
  });
});

test("extreme orders leave no NaN", () => {
  expect(laws.logistic.leftOver(0, 1e6)).toBeCloseTo(1e6 - 11, 6);
  expect(laws.logistic.leftOver(0, -1e6)).toBe(0);
  expect(laws.logistic.joint(0, 1, 1e6, -1e6)).toBe(0);
});
