import {fixed, scientific, whole} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {modeVariance, ouModeVariance} from "../../lib/stationary/modeVariance.js";
import {convergenceOrder} from "../../lib/statistics/convergenceOrder.js";
import {exponentialMeanDistance} from "../../lib/statistics/exponentialMeanDistance.js";
import type {slopeLines} from "./approximation.js";

export const slopeColumns: readonly TableColumn<ReturnType<typeof slopeLines>[number]>[] = [
  {header: "sequence", value: ({series}) => series.replace(/^[bτ]/, "$$$&$$"), text: true},
  {header: "stand-in", value: ({name}) => name, text: true},
  {header: "first slope", value: ({fit}) => fixed(fit.slopes[0], 4)},
  {header: "last slope", value: ({fit}) => fixed(fit.slopes[fit.slopes.length - 1], 4)},
  {header: "extrapolated", value: ({fit}) => fixed(fit.order, 4)},
  {header: "± interval", value: ({fit}) => scientific(fit.uncertainty, 0)}
];

/** Learning rates of the linear problem. */
const halved = Array.from({length: 7}, (_, k) => 1 / 2 ** (k + 2));
const finest = halved[halved.length - 1];

/** The error of a variance after unit time, at a learning rate and a noise. */
const varianceError = (learningRate: number, noise: number) => {
  const mode = {curvature: 1, noise, learningRate};
  const steps = Math.round(1 / learningRate);
  return modeVariance(mode, steps) - ouModeVariance(mode, steps);
};

/** Errors of the equation for linear drift, which have closed forms. */
export const linearLines = (
  [
    ["mean", e => (1 - e) ** Math.round(1 / e) - Math.exp(-1)],
    ["variance, $τ$ fixed", e => varianceError(e, 1 / e)],
    ["variance, $b$ fixed", e => varianceError(e, 1)],
    ["variance at rest over the equation's, less 1", e => 2 / (2 - e) - 1]
  ] as readonly (readonly [string, (rate: number) => number])[]
).map(([name, error]) => ({
  name,
  first: Math.abs(error(halved[0])),
  last: Math.abs(error(finest)),
  fit: convergenceOrder(halved.map(error))
}));

export const linearColumns: readonly TableColumn<(typeof linearLines)[number]>[] = [
  {header: "quantity", value: ({name}) => name, text: true},
  {header: `error at $η = 1/${1 / halved[0]}$`, value: ({first}) => scientific(first)},
  {header: `at $η = 1/${1 / finest}$`, value: ({last}) => scientific(last)},
  {header: "slope, extrapolated", value: ({fit}) => fixed(fit.order, 6)},
  {header: "± interval", value: ({fit}) => scientific(fit.uncertainty, 0)}
];

/** What the table of linear drift is. */
export const linearLabel = "Slopes for linear drift, $h = 1$, $T = 1$";

/** The distance of a mean of exponentials from the normal law, at several sizes. */
export const meanDistances = [1, 4, 16, 64, 256, 1024].map(samples => ({
  samples,
  distance: exponentialMeanDistance(samples)
}));

/** Skewness of an exponential. */
const skewness = 2;

export const meanColumns: readonly TableColumn<(typeof meanDistances)[number]>[] = [
  {header: "samples, $b$ or $Nb$", value: ({samples}) => whole(samples)},
  {header: "sup $|F − Φ|$", value: ({distance}) => fixed(distance, 5)},
  {
    header: "times √samples",
    value: ({distance, samples}) => fixed(distance * Math.sqrt(samples), 5)
  },
  {header: "$γ/6√(2π)$", value: () => fixed(skewness / (6 * Math.sqrt(2 * Math.PI)), 5)}
];
