import {fixed, whole} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {reusedRisk} from "../../lib/budgets/reusedRisk.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {curvatures} from "./curvatures.js";
import {
  batchSize,
  type DecayingRun,
  noises,
  riskConstant,
  type Table5Line
} from "./decayingSteps.js";

/** N times risk where all batches come from one data set of so many samples. */
const reusedAt = ({eta0, offset}: DecayingRun, N: number, samples: number): number =>
  N *
  reusedRisk({
    curvatures,
    variances: curvatures.map((_, i) => noises.anisotropic[i][i]),
    weights: curvatures,
    learningRate: t => eta0 / (t + offset),
    batchSize,
    samples,
    steps: N / batchSize
  });

/** N times risk with fresh noise, and with batches of one data set. */
export interface Reused
  extends Readonly<Record<"N" | "fresh" | "asMany" | "few" | "samples", number>> {}

export function reusedLines(lines: readonly Table5Line[], run: DecayingRun): Reused[] {
  const own = lines.filter(({noise}) => noise === "anisotropic");
  const samples = Math.min(...own.map(({N}) => N));
  return own.map(({N, expected}) => ({
    N,
    fresh: expected,
    asMany: reusedAt(run, N, N),
    few: reusedAt(run, N, samples),
    samples
  }));
}

export const reusedColumns = ([{samples}]: readonly Reused[]): readonly TableColumn<Reused>[] => [
  {header: "$N$", value: ({N}) => whole(N)},
  {header: "fresh", value: ({fresh}) => fixed(fresh, 2)},
  {header: "$n = N$", value: ({asMany}) => fixed(asMany, 2)},
  {header: `$n$ = ${whole(samples)}`, value: ({few}) => fixed(few, 2)}
];

/** Eigenvalues of F^{−1/2}HG⁻¹HF^{−1/2} with F = H, the information of a call in the metric, ascending. */
export function informationOfCall(): readonly number[] {
  const {values, vectors} = symmetricEigen(noises.anisotropic);
  const information = symmetricEigen(
    curvatures.map((hi, i) =>
      curvatures.map(
        (hj, j) =>
          Math.sqrt(hi * hj) *
          values.reduce((sum, g, k) => sum + (vectors.get(i, k) * vectors.get(j, k)) / g, 0)
      )
    )
  );
  return [...information.values];
}

/** The η₀, to two decimals, at which the limit of N times risk is least, and that limit. */
export function bestRate(): {readonly eta0: number; readonly value: number} {
  return Array.from({length: 150}, (_, k) => 0.51 + 0.01 * k)
    .map(eta0 => ({eta0, value: riskConstant(eta0)}))
    .reduce((least, each) => (each.value < least.value ? each : least));
}
