import {riskWeights} from "../../lib/stationary/traceMatching.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";

const {curvatures: h, anisotropic: G, learningRate: eta, batchSize: b, horizons} = tenDimensional;
const curved = h.map(x => 2 * x - eta * x * x);
const trace = G.reduce((sum, row, i) => sum + row[i], 0);

/** Cᵢᵢ(T) = (η/b) Gᵢᵢ (1 − (1 − ηhᵢ)^{2T})/(2hᵢ − ηhᵢ²), weighed with hᵢ and summed. */
export function risks(): Numbers {
  const risk = (T: number) =>
    h.reduce(
      (sum, x, i) => sum + (eta * G[i][i] * (1 - (1 - eta * x) ** (2 * T))) / (b * (2 - eta * x)),
      0
    );
  return {"R(T)": horizons.map(risk), "R∞": [risk(Number.POSITIVE_INFINITY)]};
}

/** The same with the continuous-time rate of approach, e^{−2ηhT}, and height, 1/2. */
export function continuousRisks(): Numbers {
  const risk = (T: number) =>
    h.reduce((sum, x, i) => sum + (eta * G[i][i] * (1 - Math.exp(-2 * eta * x * T))) / (2 * b), 0);
  return {"R(T)": horizons.map(risk), "R∞": [risk(Number.POSITIVE_INFINITY)]};
}

/** Table 4, its ten entries in units of 10⁻⁶: T by T, anisotropic and isotropic. */
export const printedRisks = (): Numbers => ({
  "T = 300": [855, 860],
  "T = 800": [864, 849],
  "T = 2000": [858, 850],
  "T = 5000": [872, 858],
  "T = 10000": [863, 847]
});

/** One last digit off. */
export const otherRisks = (): Numbers => ({...printedRisks(), "T = 300": [855, 859]});

/** Table 4's R∞ in units of 10⁻⁶. */
export const printedLimits = (): Numbers => ({"R∞": [863, 858]});

/** (τ/2) Tr G for both: the continuous limit. */
export const continuousLimits = (): Numbers => {
  const value = Math.round((1e6 * eta * trace) / (2 * b));
  return {"R∞": [value, value]};
};

/** R∞ under G over R∞ under (Tr G/d) I, for each metric that commutes with H. */
const ratio = (metric: readonly number[], rate: number): number => {
  const w = riskWeights({curvatures: h, metric, learningRate: rate});
  const mean = w.reduce((sum, x) => sum + x, 0) / w.length;
  return w.reduce((sum, x, i) => sum + x * G[i][i], 0) / (mean * trace);
};

export const ratios = (): Numbers => ({
  "F = H": [ratio(h, eta)],
  "F = 2H − ηH²": [ratio(curved, eta)]
});

/** Exact whatever the metric. */
export const matched = (): Numbers => ({"F = H": [1], "F = 2H − ηH²": [1]});

/** The limit η → 0 at the printed step. */
export const matchedAtRest = (): Numbers => ({
  "F = H": [ratio(h, 0)],
  "F = 2H − ηH²": [ratio(curved, 0)]
});
