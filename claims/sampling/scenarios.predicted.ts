import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {heatingPlan} from "../../lib/sampling/heating.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import type {heatingDays, reusedScenarios} from "../cases/orders.js";

type Reused = (typeof reusedScenarios)[number];

const withFloor = (
  {hessian, gradients, scenarios: n, batchSize: b, learningRate}: Reused,
  floor: number
) => {
  const G = gradientCovariance(gradients);
  return sgdCovariance({hessian, noise: G.clone().mul(1 / b - 1 / n), learningRate}).add(
    sandwichCovariance(hessian, G).mul(floor)
  );
};

/** (1/n − 1/N) H⁻¹GH⁻¹ + Σ(η, (1/b − 1/n) G). */
export const reused = (each: Reused) =>
  withFloor(each, 1 / each.scenarios - 1 / each.gradients.length);

/** With 1/n for 1/n − 1/N. */
export const reusedOfInfinitelyMany = (each: Reused) => withFloor(each, 1 / each.scenarios);

type Day = (typeof heatingDays)[number];

/** Q and its gradient by x, from the library's plan for this one day. */
export const secondStage = ({first, second, plan, shortage}: Day) => {
  const capacity = [1, 1, 1.5] as const;
  const one = heatingPlan([[first, second]], {capacity, shortage});
  const {risk, gradient} = one.derivatives(plan);
  const paid = capacity.reduce((sum, c, i) => sum + c * plan[i], 0);
  return [risk - paid, ...gradient.map((g, i) => g - capacity[i])];
};

/** The price of the flexible capacity as the mean of the two cities' instead of the larger. */
export const secondStageMean = (each: Day) => {
  const [value, one, two] = secondStage(each);
  return [value, one, two, (one + two) / 2];
};
