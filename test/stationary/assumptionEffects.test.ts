import {expect, test} from "vitest";
import {assumptionEffects, effectSize} from "../../lib/stationary/assumptionEffects.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";

const setting = {
  stiff: 0.5,
  flat: 0.02,
  samples: 1000,
  batchSize: 10,
  momentum: 0.6,
  alpha: 2,
  schedule: 500,
  cluster: 2,
  turned: [1.6, 0.4] as const
};
const row = (key: string, of = setting) =>
  assumptionEffects(of).find(each => each.key === key) as ReturnType<
    typeof assumptionEffects
  >[number];

test("nothing differs where every assumption holds", () => {
  const held = {
    ...setting,
    stiff: 1e-5,
    flat: 1e-5,
    momentum: 0,
    samples: 100,
    batchSize: 1,
    schedule: 1e12,
    cluster: 1,
    turned: [1, 1] as const
  };
  const dropped = new Set(["no epochs", "Σ invertible", "i.i.d. samples"]);
  for (const effect of assumptionEffects(held))
    if (!dropped.has(effect.key)) expect(effectSize(effect), effect.key).toBeLessThan(2e-5);
});

test("momentum and anisotropy by the matrix solvers", () => {
  const hessian = [
    [1, 0],
    [0, 0.04]
  ];
  const white = sgdCovariance({
    hessian,
    noise: [
      [1, 0],
      [0, 1]
    ],
    learningRate: 0.5
  });
  const heavy = momentumCovariance({
    hessian,
    noise: [
      [1, 0],
      [0, 1]
    ],
    learningRate: 0.5,
    momentum: 0.6
  });
  const like = sgdCovariance({hessian, noise: hessian, learningRate: 0.5});
  const temperature = (like.get(0, 0) + 0.04 * like.get(1, 1)) / 2;
  expect(row("no momentum").stiff).toBeCloseTo(heavy.get(0, 0) / white.get(0, 0), 11);
  expect(row("no momentum").flat).toBeCloseTo(heavy.get(1, 1) / white.get(1, 1), 11);
  expect(row("isotropic noise").flat).toBeCloseTo((0.04 * like.get(1, 1)) / temperature, 12);
});

test("turned noise by the correlation of its law", () => {
  const S = sgdCovariance({
    hessian: [
      [1, 0],
      [0, 0.04]
    ],
    noise: [
      [1, 0.6],
      [0.6, 1]
    ],
    learningRate: 0.5
  });
  const rho = S.get(0, 1) / Math.sqrt(S.get(0, 0) * S.get(1, 1));
  expect(row("detailed balance").stiff).toBeCloseTo(1 + rho, 12);
});

test("refuses a step beyond the edge", () => {
  expect(() => assumptionEffects({...setting, stiff: 2})).toThrow(
    "stiff must lie in (0, 2); got 2"
  );
});

test.each([
  [{samples: 1}, "samples must be an integer ≥ 2; got 1"],
  [{batchSize: 1001}, "batchSize must be an integer in [1, 1000]; got 1001"],
  [{batchSize: Number.NaN}, "batchSize must be an integer in [1, 1000]; got NaN"],
  [{momentum: 1}, "momentum must lie in [0, 1); got 1"],
  [{turned: [-1, 2] as const}, "turned must lie in [0, ∞); got -1"],
  [{turned: [0, 0] as const}, "turned[0] + turned[1] must lie in (0, ∞); got 0"]
])("refuses %o", (changes, message) => {
  expect(() => assumptionEffects({...setting, ...changes})).toThrow(message);
});
