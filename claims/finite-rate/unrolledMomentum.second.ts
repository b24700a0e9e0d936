import {add, identity, multiply, type Square, scale, subtract} from "../brute/arrays.js";
import type {ScalarRun} from "../cases/optimisers.js";
import {noisePath} from "../cases/problems.js";

const column = (values: readonly number[]): Square => values.map(x => [x]);

/** w₆ = [I 0](A⁶z₀ + Σ A^{5−s}Bη_s), A = [[I−λK, −λµI], [K, µI]] and B = [−λI; I] written out in blocks. */
export const powers = ({hessian, rate: lambda, momentum}: ScalarRun) => {
  const d = hessian.length;
  const one = identity(d);
  const contraction = subtract(one, scale(hessian, lambda));
  const A = [
    ...contraction.map((row, i) => [...row, ...one[i].map(x => -lambda * momentum * x)]),
    ...hessian.map((row, i) => [...row, ...one[i].map(x => momentum * x)])
  ];
  const B = [...scale(one, -lambda), ...one];
  const path = noisePath(d);
  let total = column(new Array<number>(2 * d).fill(0));
  let power = identity(2 * d);
  for (let s = 5; s >= 0; s--) {
    total = add(total, multiply(power, multiply(B, column(path[s]))));
    power = multiply(power, A);
  }
  const start = column([...path[39], ...new Array<number>(d).fill(0)]);
  return add(total, multiply(power, start)).slice(0, d);
};
