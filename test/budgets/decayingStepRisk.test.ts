import {Matrix} from "ml-matrix";
import {expect, test} from "vitest";
import {decayingStepRisk} from "../../lib/budgets/decayingStepRisk.js";
import {planePair} from "../../lib/budgets/planePair.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";

const {hessian: metric, metric: hessian} = planePair({
  curvatureRatio: 6,
  metricRatio: 3,
  degrees: 25
});
const noise = new Matrix([
  [2, 0.4],
  [0.4, 1]
]);

test("is the expectation over all signs of the noise, without an eigenbasis", () => {
  const [eta0, offset] = [1.1, 2];
  const root = [
    [Math.SQRT2, 0],
    [0.4 / Math.SQRT2, Math.sqrt(1 - 0.08)]
  ];
  const steps = 4;
  let total = 0;
  let mean = [0, 0];
  for (let signs = 0; signs < 4 ** steps; signs++) {
    let theta = [0.7, -0.2];
    for (let t = 1; t <= steps; t++) {
      const [a, b] = [(signs >> (2 * t - 2)) & 1, (signs >> (2 * t - 1)) & 1].map(x => 2 * x - 1);
      const eta = eta0 / (t + offset);
      theta = theta.map(
        (x, i) =>
          x -
          eta *
            (hessian.get(i, 0) * theta[0] +
              hessian.get(i, 1) * theta[1] +
              root[i][0] * a +
              root[i][1] * b)
      );
    }
    const v = Matrix.columnVector(theta);
    total += v.transpose().mmul(metric).mmul(v).get(0, 0) / 4 ** steps;
    mean = mean.map((x, i) => x + theta[i] / 4 ** steps);
  }
  const m = Matrix.columnVector(mean);
  const [risk] = decayingStepRisk({
    hessian,
    noise,
    metric,
    eta0,
    offset,
    initial: [0.7, -0.2],
    horizons: [steps + 1]
  });
  expect(risk.noise + risk.start).toBeCloseTo(total, 11);
  expect(risk.start).toBeCloseTo(m.transpose().mmul(metric).mmul(m).get(0, 0), 11);
});

test("T times it tends to the limit of the SA-CLT", () => {
  const horizons = [50_000];
  const [risk] = decayingStepRisk({hessian, noise, metric, eta0: 2, initial: [1, 1], horizons});
  const limit = metric.mmul(robbinsMonroCovariance({hessian, noise, eta0: 2})).trace();
  expect(Math.abs((50_000 * (risk.noise + risk.start)) / limit - 1)).toBeLessThan(1e-3);
});

test("names what is out of range", () => {
  const options = {hessian, noise, metric, eta0: 1, initial: [0, 0], horizons: [2]};
  expect(() => decayingStepRisk({...options, eta0: 0})).toThrow(/eta0 must lie in \(0, ∞\); got 0/);
  expect(() => decayingStepRisk({...options, initial: [0]})).toThrow(
    /initial must have 2 entries; got 1/
  );
  expect(() => decayingStepRisk({...options, horizons: [1]})).toThrow(
    "horizons must be an integer ≥ 2; got 1"
  );
  expect(() => decayingStepRisk({...options, horizons: [5, 5]})).toThrow(
    "horizons must be an integer ≥ 6; got 5"
  );
  expect(() =>
    decayingStepRisk({
      ...options,
      hessian: [
        [1, 0],
        [0, -1]
      ]
    })
  ).toThrow("hessian must be positive definite; got an eigenvalue of -1");
  expect(() => decayingStepRisk({...options, offset: -1})).toThrow(
    /offset must lie in \[0, ∞\); got -1/
  );
});
