import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {polyakRuppertCovariance} from "../../lib/budgets/polyakRuppertCovariance.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {godambeInformation} from "../../lib/noise/godambeInformation.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {batchSize, hessian, noises, printedBound, sharpConstant} from "./decayingSteps.js";
import {type CalledRow, estimators} from "./one-over-n.js";

const G = noises.anisotropic;
const J = godambeInformation(hessian, G);

/** µ with the paper's G in the place of F. */
export const convexityInNoise: number = fisherStrongConvexity(hessian, G);

/** The smallest eigenvalue of F − HG⁻¹H. */
export const informationGap: number = symmetricEigen(
  hessian.map((row, i) => row.map((x, j) => x - J.get(i, j)))
).values[0];

/** Limits of N times risk in a metric: the sharp bound, the average, the last iterate, and the bound where the loss is halved. */
export interface InMetric
  extends Readonly<Record<"bound" | "average" | "last" | "halved", number>> {
  readonly name: string;
}

/** Three metrics on the paper's ten-dimensional problem. */
export function inMetrics({eta0}: {readonly eta0: number}): InMetric[] {
  const S = sandwichCovariance(hessian, G);
  const V = robbinsMonroCovariance({hessian, noise: G, eta0});
  const P = polyakRuppertCovariance({hessian, noise: G});
  // The power with which the metric grows where the loss is multiplied.
  return [
    {name: "$H$, the paper's $F$", M: hessian, power: 1},
    {name: "$G$, by Remark 3.6", M: G, power: 2},
    {name: "$J = HG^{−1}H$", M: J.to2DArray(), power: 0}
  ].map(({name, M, power}) => {
    const trace = (C: {get(i: number, j: number): number}) =>
      M.reduce((sum, row, i) => row.reduce((s, x, j) => s + x * C.get(i, j), sum), 0);
    const bound = trace(S);
    return {name, bound, average: trace(P), last: trace(V), halved: bound * 0.5 ** power};
  });
}

export const metricColumns = ({
  eta0
}: {
  readonly eta0: number;
}): readonly TableColumn<InMetric>[] => [
  {header: "metric $M$", value: ({name}) => name, text: true},
  {header: "printed, $d$", value: () => String(printedBound)},
  {header: "Tr $MJ^{−1}$", value: ({bound}) => fixed(bound, 2)},
  {header: "average of iterates", value: ({average}) => fixed(average, 2)},
  {header: `last iterate, $η_0 = ${eta0}$`, value: ({last}) => fixed(last, 2)},
  {header: "Tr $MJ^{−1}$, loss halved", value: ({halved}) => fixed(halved, 2)}
];

/** A coin whose bias is known to within a width, tossed so often. */
export const coin = {tosses: 10, width: 0.05} as const;

/** The worst risk of the guess ½ in the metric F, and the printed bound with c = ½. */
export const guessOfCoin = {
  risk: coin.width ** 2 / (1 / 4 - coin.width ** 2),
  bound: 1 / 2 / coin.tosses
} as const;

/** What an estimator reached from the start that is off the minimum. */
export interface Reached extends Readonly<Record<"N" | "y" | "standardError", number>> {
  readonly estimator: CalledRow["estimator"];
}

/** The first and the last horizon of each estimator from that start. */
export function reachedFrom(rows: readonly CalledRow[], distance: number): Reached[] {
  const own = rows.filter(row => row.distance === distance);
  const steps = own.map(row => row.steps);
  const ends = [Math.min(...steps), Math.max(...steps)];
  return own
    .filter(row => ends.includes(row.steps))
    .map(({estimator, steps: T, risk, standardError}) => {
      const N = batchSize * T;
      return {estimator, N, y: N * risk, standardError: N * standardError};
    });
}

export const reachedColumns: readonly TableColumn<Reached>[] = [
  {header: "estimator", value: ({estimator}) => estimators[estimator], text: true},
  {header: "$N$", value: ({N}) => whole(N)},
  {header: "$N$ × risk ± s.e.", value: ({y, standardError}) => withError(y, standardError, 2)},
  {header: "sharp bound", value: () => fixed(sharpConstant, 2)},
  {
    header: "above it, in s.e.",
    value: ({y, standardError}) => signed((y - sharpConstant) / standardError)
  },
  {
    header: `below the printed ${printedBound}, in s.e.`,
    value: ({y, standardError}) =>
      y < printedBound ? fixed((printedBound - y) / standardError, 1) : "–"
  }
];
