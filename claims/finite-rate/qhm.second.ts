import {add, lowerFactor, outer, type Square, scale, trace, transpose} from "../brute/arrays.js";
import {step} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import type {QuasiRun, Unlike} from "../cases/quasi.js";

/** What (72) does after a single kick, its products added up over the ages of the kick until they vanish. */
function responses(run: QuasiRun): Square {
  const rest = run.hessian.map(() => 0);
  let sum = scale(run.hessian, 0);
  for (const kick of transpose(lowerFactor(run.noise))) {
    let [w, m] = step(run, rest, rest, kick);
    let largest = 0;
    for (let age = 0; age < 200_000; age++) {
      sum = add(sum, outer(w));
      const size = Math.max(...w.map(Math.abs), ...m.map(x => run.rate * Math.abs(x)));
      largest = Math.max(largest, size);
      if (size < 1e-11 * largest) break;
      [w, m] = step(run, w, m, rest);
    }
  }
  return sum;
}

/** Σ by responses to single kicks. */
export const responded = (run: QuasiRun) => responses(run);

/** Its ½ Tr KΣ. */
export const respondedError = (run: QuasiRun) => loss(run, responses(run));

/** The steady states of (5) without momentum, and with it. */
export const respondedEnds = (run: QuasiRun) => [
  responses({...run, momentum: 0, nu: 0}),
  responses({...run, nu: 1, rate: run.rate / (1 - run.momentum)})
];

/** Σ/Tr Σ of (72) with K = C = I at one λ, µ and ν. */
export function alike({rates, name}: Unlike): Square {
  const one = rates.map((_, i) => rates.map((__, j) => (i === j ? 1 : 0)));
  const sigma = responses({
    name,
    hessian: one,
    noise: one,
    trace: rates.length,
    rate: 0.7,
    momentum: 0.6,
    nu: 0.4,
    damped: true
  });
  return scale(sigma, 1 / trace(sigma));
}
