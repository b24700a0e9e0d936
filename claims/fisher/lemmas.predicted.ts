import {freedmanQuantile, freedmanTail} from "../../lib/budgets/freedmanBound.js";
import {adaptiveWalk, martingales, rareSums} from "../cases/lemma.js";
import type {Numbers} from "../ledger/claim.js";

/** The bound at each λ; `range` as a multiple of R. */
function tails(bound: (variance: number, range: number, lambda: number) => number): Numbers {
  const {probability: p, steps, levels} = rareSums;
  return {
    ...Object.fromEntries(
      steps.map(T => [`T = ${T}`, levels.map(x => bound(T * p * (1 - p), 1 - p, x))])
    ),
    "variance that depends on the past": adaptiveWalk.levels.map(([x, v]) => bound(v, 1, x))
  };
}
export const freedmanTails = () =>
  tails((variance, range, lambda) => freedmanTail({variance, range}, lambda));
export const gaussianTails = () => tails((v, _, x) => Math.exp((-x * x) / (2 * v)));

const each = (value: (v: number, R: number, l: number) => number): Numbers =>
  Object.fromEntries(
    martingales.map(({variance, range, delta}) => [
      `v = ${variance}, R = ${range}, δ = ${delta}`,
      [value(variance, range, Math.log(1 / delta))]
    ])
  );

/** √(2vℓ) + (2R/3)ℓ. */
export const printedQuantiles = () => each((v, R, l) => Math.sqrt(2 * v * l) + (2 * R * l) / 3);
export const halfQuantiles = () => each((v, R, l) => Math.sqrt(2 * v * l) + (R * l) / 3);
export const exactQuantiles = () =>
  each((variance, range, l) => freedmanQuantile({variance, range}, Math.exp(-l)));
