import {bestLearningRate} from "../../lib/budgets/bestRun.js";
import type {singleSteps} from "../cases/queues.js";

type Step = (typeof singleSteps)[number];

/** G/(2hN). */
export const singleStep = ({calls, curvature, noise}: Step) =>
  (noise * noise) / (2 * curvature * calls);

/** A little more than the least risk of a step of the best rate, which the start enters. */
export const librarySingleStep = ({calls, curvature, noise, start}: Step) => {
  const {risk} = bestLearningRate({
    hessian: [[curvature]],
    sampleNoise: [[noise * noise]],
    initial: [start],
    batchSize: calls,
    steps: 1
  });
  // The best rate is shorter than 1/h by the share of the noise in what the start leaves.
  const bias = (curvature * start * start) / 2;
  return (risk * bias) / (bias - risk);
};

/** G/(hN). */
export const singleStepDoubled = (step: Step) => 2 * singleStep(step);
