import {closedNoise, type Labelled} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";

/** Var(g)/S entry by entry: the mean square of single gradients, E ε² at each input times xxᵀ. */
export const singleGradients = ({inputs, deviations, batchSize}: Labelled) => {
  const entry = (i: number, j: number) =>
    inputs.reduce((sum, x, k) => sum + deviations[k] ** 2 * x[i] * x[j], 0) /
    inputs.length /
    batchSize;
  return inputs[0].map((_, i) => inputs[0].map((__, j) => entry(i, j)));
};

/** The law of w as points with chances, moved step by step; points that coincide are one. */
function moved(
  start: ReadonlyMap<number, number>,
  steps: number,
  next: (w: number) => readonly (readonly [number, number])[]
): Map<number, number> {
  let law = new Map(start);
  for (let t = 0; t < steps; t++) {
    const after = new Map<number, number>();
    for (const [w, p] of law)
      for (const [to, q] of next(w)) after.set(to, (after.get(to) ?? 0) + p * q);
    law = after;
  }
  return law;
}

const meanSquare = (law: ReadonlyMap<number, number>) =>
  [...law].reduce((sum, [w, p]) => sum + p * w * w, 0);

/** E w² after the same kicks, s² = 1 + w²/4. */
export const quadratic = ({learningRate: x}: AtRate) =>
  closedNoise.laws.map(noise =>
    meanSquare(
      moved(new Map([[0, 1]]), closedNoise.steps, w =>
        noise.map(([xi, p]) => [(1 - x) * w - x * Math.sqrt(1 + (w * w) / 4) * xi, p] as const)
      )
    )
  );

/** Σ at λ = 1 and s² = 1 + |w|/2 for both laws of ξ, after 60 steps of the law of |w|. */
export const kinked = () =>
  [
    [[1, 1]] as const,
    [
      [0, 0.5],
      [Math.SQRT2, 0.5]
    ] as const
  ].map(law =>
    meanSquare(
      moved(new Map([[0, 1]]), 60, w =>
        law.map(([xi, p]) => [xi * Math.sqrt(1 + w / 2), p] as const)
      )
    )
  );
