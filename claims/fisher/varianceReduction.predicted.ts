import {metricDrift} from "../../lib/budgets/metricDrift.js";
import {concentrated, type Drift} from "../cases/lemma.js";

/** Σ − Σ̃ has no negative eigenvalue, nor is Tr F(Σ − Σ̃) negative. */
export const nothingNegative = () => [0, 0];

/** κ_F δ_F. */
export const driftBound = ({metric, frozen}: Drift) => metricDrift(metric, frozen).bound;

/** δ_F. */
export const driftMonitor = ({metric, frozen}: Drift) => metricDrift(metric, frozen).monitor;
export const monitorHalved = (drift: Drift) => driftMonitor(drift) / 2;

/** The heat of both directions over (τ/2)G. */
export const cool = () => [2, 2];
export const continuousHeat = () => [1, 1];

/** All directions of the subspace contract alike. */
export const alike = () => 1;
export const asCurvature = () => {
  const {uneven, learningRate, steps} = concentrated;
  return ((1 - learningRate * uneven[1]) / (1 - learningRate * uneven[0])) ** steps;
};
