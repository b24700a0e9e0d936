import {riskWeights} from "../../lib/stationary/traceMatching.js";
import {type DiagonalMetric, tenDimensional} from "../cases/fisher.js";

const {curvatures: h, anisotropic: G, learningRate: eta, batchSize: b, horizons} = tenDimensional;
const trace = G.reduce((sum, row, i) => sum + row[i], 0);

/** Cᵢᵢ(T) = (η/b) Gᵢᵢ (1 − (1 − ηhᵢ)^{2T})/(2hᵢ − ηhᵢ²), weighed with hᵢ and summed. */
export function risks() {
  const risk = (T: number) =>
    h.reduce(
      (sum, x, i) => sum + (eta * G[i][i] * (1 - (1 - eta * x) ** (2 * T))) / (b * (2 - eta * x)),
      0
    );
  return [...horizons.map(risk), risk(Number.POSITIVE_INFINITY)];
}

/** The same with the continuous-time rate of approach, e^{−2ηhT}, and height, 1/2. */
export function continuousRisks() {
  const risk = (T: number) =>
    h.reduce((sum, x, i) => sum + (eta * G[i][i] * (1 - Math.exp(-2 * eta * x * T))) / (2 * b), 0);
  return [...horizons.map(risk), risk(Number.POSITIVE_INFINITY)];
}

/** Table 4, its ten entries in units of 10⁻⁶: T by T, anisotropic and isotropic. */
export const printedRisks = () => [855, 860, 864, 849, 858, 850, 872, 858, 863, 847];

/** One last digit off. */
export const otherRisks = () => printedRisks().map((x, k) => (k === 1 ? 859 : x));

/** Table 4's R∞ in units of 10⁻⁶. */
export const printedLimits = () => [863, 858];

/** (τ/2) Tr G for both: the continuous limit. */
export const continuousLimits = () => {
  const value = Math.round((1e6 * eta * trace) / (2 * b));
  return [value, value];
};

/** R∞ under G over R∞ under (Tr G/d) I, for a metric that commutes with H. */
const ratioAt = (metric: readonly number[], rate: number): number => {
  const w = riskWeights({curvatures: h, metric, learningRate: rate});
  const mean = w.reduce((sum, x) => sum + x, 0) / w.length;
  return w.reduce((sum, x, i) => sum + x * G[i][i], 0) / (mean * trace);
};

export const ratio = ({metric}: DiagonalMetric) => ratioAt(metric, eta);

/** Exact whatever the metric. */
export const matched = () => 1;

/** The limit η → 0 at the printed step. */
export const ratioAtRest = ({metric}: DiagonalMetric) => ratioAt(metric, 0);
