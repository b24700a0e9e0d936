import {add, inverse, product, type Square, scale} from "../brute/arrays.js";
import {adamMap} from "../brute/selfMade.js";
import {table} from "../cases/matrices.js";
import type {SecondRun} from "../cases/secondOrder.js";
import type {Remembering} from "../cases/selfMade.js";

/** ⟨wwᵀ⟩ of d + 3 iterates that are stepped by what their own mean ⟨Kw wᵀK⟩ dictates, without noise. */
export const crowd = ({hessian, rate, forgetting, steps}: Remembering) => {
  const d = hessian.length;
  let w = table(`self-made crowd d = ${d}`, d + 3, d);
  const mean = (rows: readonly number[][]): Square =>
    hessian.map((_, i) =>
      hessian.map((__, j) => rows.reduce((s, row) => s + row[i] * row[j], 0) / rows.length)
    );
  const gradientsOf = () => w.map(row => product([row], hessian)[0]);
  let average = mean(gradientsOf());
  for (let t = 0; t < steps; t++) {
    const g = gradientsOf();
    average = add(scale(average, 1 - forgetting), scale(mean(g), forgetting));
    const moves = product(g, scale(inverse(average), rate));
    w = w.map((row, p) => row.map((x, i) => x - moves[p][i]));
  }
  return mean(w);
};

/** Variances of Adam along the axes of a diagonal K, by its covariance map. */
export const smaller = ({hessian, rate, noiseRatio}: SecondRun) =>
  adamMap(hessian, rate, noiseRatio).map((row, i) => row[i]);
