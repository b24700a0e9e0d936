import {Matrix} from "ml-matrix";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {degenerate, growth, reversible, singular, temperatures} from "../cases/assumption.js";
import {commutingPairs, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

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

/** rank [Σ, HΣ, …, H^{d−1}Σ]. */
export const controllability = (): Numbers =>
  Object.fromEntries(
    singular.map(({name, hessian, noise}) => {
      const H = new Matrix(hessian.map(row => [...row]));
      let block = new Matrix(noise.map(row => [...row]));
      const all = block.to2DArray();
      for (let k = 1; k < hessian.length; k++) {
        block = H.mmul(block);
        block.to2DArray().forEach((row, i) => {
          all[i].push(...row);
        });
      }
      return [name, [rank(all)]];
    })
  );
/** rank Σ. */
export const noiseRank = (): Numbers =>
  Object.fromEntries(singular.map(({name, noise}) => [name, [rank(noise)]]));

const gaussian = (factor: number, g: number) => {
  const variance = growth.step / (2 - growth.step - growth.step * g);
  return {"E θ², E θ⁴": [variance, factor * variance ** 2]};
};
/** A tempered posterior of ½θ² is normal: E θ⁴ = 3 (E θ²)². */
export const tempered = (): Numbers => gaussian(3, growth.constant);
export const temperedGrowing = (): Numbers => gaussian(3, growth.growing);
export const temperedUniform = (): Numbers => gaussian(1.8, growth.constant);

const upper = (m: Matrix) => m.to2DArray().flatMap((row, i) => row.slice(i + 1));

/** The antisymmetric part of E θₜ₊₁θₜᵀ is ½η(SH − HS). */
function asymmetry(factor: number): Numbers {
  return Object.fromEntries(
    pairs.slice(1).map(({name, hessian, noise, trace}) => {
      const learningRate = 0.8 / trace;
      const H = new Matrix(hessian);
      const S = sgdCovariance({hessian, noise, learningRate});
      return [
        name,
        upper(
          S.mmul(H)
            .sub(H.mmul(S))
            .mul((factor * learningRate) / 2)
        )
      ];
    })
  );
}
export const irreversible = (): Numbers => asymmetry(1);
export const irreversibleSign = (): Numbers => asymmetry(-1);

/** E θₜ₊₁θₜᵀ = (I − ηH) η[H(2 − ηH)]⁻¹C for diagonal H, as where detailed balance holds. */
function balanced(name: string, noise: readonly (readonly number[])[], factor = 1): Numbers {
  const {hessian, step} = reversible;
  return {
    [name]: noise.flatMap((row, i) => {
      const h = hessian[i][i];
      return row.map(c => (factor * (1 - step * h) * step * c) / (h * (2 - step * h)));
    })
  };
}
export const reversibleLag = (): Numbers => balanced("commuting", reversible.commuting);
export const reversibleLagTurned = (): Numbers => balanced("turned", reversible.turned);
export const reversibleLagDouble = (): Numbers => balanced("commuting", reversible.commuting, 2);

/** 1 where something circulates. */
export const anisotropic = (): Numbers =>
  Object.fromEntries(pairs.slice(1).map(({name}) => [name, [1]]));
export const anisotropicCommuting = (): Numbers =>
  Object.fromEntries(commutingPairs.slice(1).map(({name}) => [name, [1]]));
export const nothingTurns = (): Numbers =>
  Object.fromEntries(pairs.slice(1).map(({name}) => [name, [0]]));
export const dependent = (): Numbers => ({"Σ = (1 + θ₁²) I": [1]});
export const dependentOnLoss = (): Numbers => ({"Σ = (1 + L) I": [1]});
export const dependentNothing = (): Numbers => ({"Σ = (1 + θ₁²) I": [0]});

/** E[βL] = ½ − 1/(log 2β + γ): λ = ½, and multiplicity 2. */
const euler = 0.5772156649015329;
const learning = (multiplicity: number): Numbers => ({
  "β times the mean loss": temperatures.map(
    beta => 0.5 - (multiplicity - 1) / (Math.log(2 * beta) + euler)
  )
});
export const learningCoefficient = (): Numbers => learning(2);
export const learningCoefficientSimple = (): Numbers => learning(1);

/** D ← D(1 − η²σ²(1 + ηD/(2 − ηD))), E u² at rest on the axis put in. */
function collapse(noise: number): Numbers {
  const {step, updates} = degenerate;
  let D = 1;
  for (let k = 0; k < updates; k++)
    D *= 1 - step ** 2 * noise ** 2 * (1 + (step * D) / (2 - step * D));
  return {"mean of θ₁² − θ₂²": [D]};
}
export const collapsing = (): Numbers => collapse(degenerate.noise);
/** No noise in D. */
export const conserved = (): Numbers => ({"mean of θ₁² − θ₂²": [1]});
