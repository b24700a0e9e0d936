import {tenDimensional} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";
import {invert, times, toMatrix} from "../printed/algebra.js";

const {curvatures: h, anisotropic, batchSize, learningRate} = tenDimensional;
const hessian = toMatrix(h.map((x, i) => h.map((_, j) => (i === j ? x : 0))));
const temperature = learningRate / batchSize;

/** ½τ Tr(GH⁻¹). */
const constant = (name: string, times_: number): Numbers => ({
  [name]: [times_ * temperature * times(toMatrix(anisotropic), invert(hessian)).trace()]
});

export const euclideanRisk = () => constant("Tr Σ", 0.5);
export const euclideanRiskDoubled = () => constant("Tr Σ", 1);
export const fisherRisk = () => constant("Tr HΣ", 0.5);

/** The same total risk under both noises. */
export const equalTotals = (): Numbers => ({"constant step": [1]});
export const equalTotalsDecaying = (): Numbers => ({"decaying steps": [1]});

/** The traces as if weighed by H: Tr(HG)/Tr(H·Giso). */
export const weighedTotals = (): Numbers => {
  const mean = anisotropic.reduce((sum, row, i) => sum + row[i], 0) / h.length;
  const weighed = anisotropic.reduce((sum, row, i) => sum + h[i] * row[i], 0);
  return {"constant step": [weighed / (mean * h.reduce((a, b) => a + b, 0))]};
};
