import type {Matrix} from "ml-matrix";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import type * as cases from "../cases/assumption.js";
import type {Pair} from "../cases/pairs.js";
import type {Named} from "../ledger/claim.js";
import {eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";

/** Rank by elimination with full pivoting. */
function rank(rows: readonly (readonly number[])[]): number {
  const work = rows.map(row => [...row]);
  let found = 0;
  const columns = new Set(work[0].map((_, j) => j));
  while (found < work.length && columns.size) {
    let [best, at, column] = [0, -1, -1];
    for (let i = found; i < work.length; i++)
      for (const j of columns)
        if (Math.abs(work[i][j]) > best) [best, at, column] = [Math.abs(work[i][j]), i, j];
    if (best < 1e-10) break;
    [work[found], work[at]] = [work[at], work[found]];
    for (let i = found + 1; i < work.length; i++) {
      const factor = work[i][column] / work[found][column];
      work[i] = work[i].map((x, j) => x - factor * work[found][j]);
    }
    columns.delete(column);
    found++;
  }
  return found;
}

/** rank [Σ, HΣ, …, H^{d−1}Σ], and 1: the law is no tempered posterior. */
export function controllability({hessian, noise}: cases.Singular) {
  const H = toMatrix(hessian);
  let block = toMatrix(noise);
  const all = block.to2DArray();
  for (let k = 1; k < hessian.length; k++) {
    block = H.mmul(block);
    block.to2DArray().forEach((row, i) => {
      all[i].push(...row);
    });
  }
  return [rank(all), 1];
}
/** rank Σ. */
export const noiseRank = ({noise}: cases.Singular) => [rank(noise), 1];

/** E θ² and E θ⁴ of e^{−βL}: a tempered posterior of ½θ² is normal. */
export const tempered = ({beta}: cases.LineNoise) => [1 / beta, 3 / beta ** 2];

const upper = (m: Matrix) => m.to2DArray().flatMap((row, i) => row.slice(i + 1));

/** The antisymmetric part of E θₜ₊₁θₜᵀ is ½η(SH − HS). */
const asymmetry =
  (factor: number) =>
  ({hessian, noise, trace}: Pair) => {
    const learningRate = 0.8 / trace;
    const H = toMatrix(hessian);
    const S = sgdCovariance({hessian, noise, learningRate});
    return upper(
      S.mmul(H)
        .sub(H.mmul(S))
        .mul((factor * learningRate) / 2)
    );
  };
export const irreversible = asymmetry(1);
export const irreversibleSign = asymmetry(-1);

/** E θₜ₊₁θₜᵀ = (I − ηH) η[H(2 − ηH)]⁻¹C, as where detailed balance holds. */
const balanced =
  (factor: number) =>
  ({hessian, noise, rate}: cases.Reversible) => {
    const H = toMatrix(hessian);
    const kept = minus(eye(H.rows), times(rate, H));
    const stiffness = times(H, plus(eye(H.rows), kept));
    return times(factor * rate, kept, invert(stiffness), toMatrix(noise));
  };
export const reversibleLag = balanced(1);
export const reversibleLagDouble = balanced(2);

/** 1 where something circulates. */
export const circulates = (_: Named) => 1;
export const rests = (_: Named) => 0;

/** E[βL] = ½ − 1/(log 2β + γ): λ = ½, and multiplicity 2. */
const euler = 0.5772156649015329;
const learning =
  (multiplicity: number) =>
  ({beta}: cases.Tempered) =>
    0.5 - (multiplicity - 1) / (Math.log(2 * beta) + euler);
export const learningCoefficient = learning(2);
export const learningCoefficientSimple = learning(1);

/** D ← D(1 − η²σ²(1 + ηD/(2 − ηD))), E u² at rest on the axis put in. */
export function collapsing({step, noise, updates}: cases.Degenerate) {
  let D = 1;
  for (let k = 0; k < updates; k++)
    D *= 1 - step ** 2 * noise ** 2 * (1 + (step * D) / (2 - step * D));
  return D;
}
/** No noise in D. */
export const conserved = (_: cases.Degenerate) => 1;
