import {
  add,
  diagonal,
  identity,
  inverse,
  lowerFactor,
  multiply,
  norm,
  product,
  scale,
  smallestEigenvalue,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import type {Rows} from "../cases/matrices.js";
import type {Change, TurnedMetric} from "../cases/metric.js";
import type {Pair} from "../cases/pairs.js";

/** The largest µ with (FH + HF)/2 − µF ⪰ 0, for F and for F⁻¹. */
export function largestMus({stiff, ratio, degrees}: TurnedMetric) {
  const h = diagonal([1, stiff]);
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = [
    [c, -s],
    [s, c]
  ];
  const f = product(turn, diagonal([ratio, 1]), transpose(turn));
  return [f, inverse(f)].map(metric => {
    const both = multiply(metric, h);
    return smallestEigenvalue(scale(add(both, transpose(both)), 0.5), metric);
  });
}

const largest = (f: Rows) => {
  const bound = trace(f);
  return bound - smallestEigenvalue(subtract(scale(identity(f.length), bound), f));
};

/** ‖A‖²_Fro/‖A‖² of A = F and of F's Cholesky factor. */
export const squaredNorms = ({noise}: Pair) =>
  [noise, lowerFactor(noise)].map(a => norm(a) ** 2 / largest(multiply(transpose(a), a)));

/** κ_F and d_eff after a change of parameters. */
export function changed({metric, map}: Change) {
  const moved = product(transpose(map), metric, map);
  const top = largest(moved);
  return [top / smallestEigenvalue(moved), trace(moved) / top];
}
