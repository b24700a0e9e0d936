import type {Rows} from "../cases/matrices.js";
import {add, apply, lowerFactor, outer, type Square, scale, transpose} from "./arrays.js";

/**
 * The covariance of w after so many updates of m ← µm + Kw + η, w ← w − Λm from rest: what w does after
 * a single kick, by the two lines themselves, its products added up over the ages of the kick and over
 * the columns of a factor of C ≻ 0. No matrix of the recursion is formed, no covariance stepped.
 */
export function summedResponses(
  {
    hessian,
    noise,
    rate,
    momentum = 0
  }: {
    readonly hessian: Rows;
    readonly noise: Rows;
    readonly rate: number | Rows;
    readonly momentum?: number;
  },
  updates: number
): Square {
  const moved = (w: readonly number[], m: readonly number[]) => {
    const change = typeof rate === "number" ? m.map(x => rate * x) : apply(rate, m);
    return w.map((x, i) => x - change[i]);
  };
  let sum = scale(hessian, 0);
  for (const kick of transpose(lowerFactor(noise))) {
    let m = kick;
    let w = moved(
      kick.map(() => 0),
      m
    );
    for (let age = 0; age < updates; age++) {
      sum = add(sum, outer(w));
      const pull = apply(hessian, w);
      m = m.map((x, i) => momentum * x + pull[i]);
      w = moved(w, m);
    }
  }
  return sum;
}
