import {tenDimensional} from "../cases/fisher.js";
import {invert, times, toMatrix} from "../printed/algebra.js";

const {curvatures: h, anisotropic, batchSize, learningRate} = tenDimensional;
const hessian = toMatrix(h.map((x, i) => h.map((_, j) => (i === j ? x : 0))));
const temperature = learningRate / batchSize;

const constant = (factor: number) => () =>
  factor * temperature * times(toMatrix(anisotropic), invert(hessian)).trace();

/** ½τ Tr(GH⁻¹). */
export const risk = constant(0.5);
export const riskDoubled = constant(1);

/** The same total risk under both noises. */
export const equalTotals = () => 1;

/** The traces as if weighed by H: Tr(HG)/Tr(H·Giso). */
export const weighedTotals = () => {
  const mean = anisotropic.reduce((sum, row, i) => sum + row[i], 0) / h.length;
  const weighed = anisotropic.reduce((sum, row, i) => sum + h[i] * row[i], 0);
  return weighed / (mean * h.reduce((a, b) => a + b, 0));
};
