import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {heatingPlan} from "../../lib/sampling/heating.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import type {heatingDays, reusedScenarios} from "../cases/orders.js";

type Reused = (typeof reusedScenarios)[number];

/** floor H⁻¹GH⁻¹ + Σ(η, noise G). */
const settled = (
  {hessian, gradients, learningRate}: Reused,
  {floor, noise}: {floor: number; noise: number}
) => {
  const G = gradientCovariance(gradients);
  return sgdCovariance({hessian, noise: G.clone().mul(noise), learningRate}).add(
    sandwichCovariance(hessian, G).mul(floor)
  );
};

const floorOf = ({scenarios: n, gradients}: Reused) => 1 / n - 1 / gradients.length;
const without = ({scenarios: n, batchSize: b}: Reused) => 1 / b - 1 / n;

/** (1/n − 1/N) H⁻¹GH⁻¹ + Σ(η, (1/b − 1/n) G). */
export const reused = (each: Reused) => settled(each, {floor: floorOf(each), noise: without(each)});

/** With 1/n for 1/n − 1/N. */
export const reusedOfInfinitelyMany = (each: Reused) =>
  settled(each, {floor: 1 / each.scenarios, noise: without(each)});

/** (1/n − 1/N) H⁻¹GH⁻¹ + Σ(η, (1 − 1/n) G/b). */
export const reusedWithReplacement = (each: Reused) =>
  settled(each, {floor: floorOf(each), noise: (1 - 1 / each.scenarios) / each.batchSize});

/** With G/b, the noise of a batch of all N days drawn afresh. */
export const reusedAsFresh = (each: Reused) =>
  settled(each, {floor: floorOf(each), noise: 1 / each.batchSize});

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
