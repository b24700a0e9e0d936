import type {Numbers} from "../claim.js";
import {type Labelled, otherwise, wellSpecified} from "../noiseCases.js";

/** Var(g)/S entry by entry: the mean square of single gradients, E ε² at each input times xxᵀ. */
function singles({inputs, deviations, batchSize}: Labelled): number[] {
  const entry = (i: number, j: number) =>
    inputs.reduce((sum, x, k) => sum + deviations[k] ** 2 * x[i] * x[j], 0) /
    inputs.length /
    batchSize;
  return [entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1)];
}

export const singleGradients = (): Numbers => ({"labels of variance 1": singles(wellSpecified)});

export const singleGradientsOtherwise = (): Numbers =>
  Object.fromEntries(otherwise.map(([name, labelled]) => [name, singles(labelled)]));
