import {
  add,
  identity,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  subtract,
  transpose,
  turningPoint
} from "../brute/arrays.js";
import {
  covarianceAfter,
  isStable,
  laggedCovariance,
  type Optimiser,
  recursion,
  steadyState,
  step
} from "../brute/augmented.js";
import type {LimitRun, QuasiRun} from "../cases/optimisers.js";
import {noisePath} from "../cases/problems.js";

function path(run: Optimiser): {w: number[]; m: number[]}[] {
  const zero = run.hessian.map(() => 0);
  let [w, m] = [zero, zero];
  return noisePath(zero.length).map(eta => {
    [w, m] = step(run, w, m, eta);
    return {w, m};
  });
}

/** The iterates of (5) and of (72), as they are written. */
export const iterates = (run: Optimiser) => path(run).map(({w}) => w);

/** λν times the buffers of (72), the iterate added, which is not zero where ν is. */
export const buffer = (run: QuasiRun) =>
  path(run).map(({w, m}) => w.map((x, i) => x + run.rate * run.nu * m[i]));

/** λ²ν²M, X, G and Σ from the covariance P of (w, m) and the lagged covariance. */
function blocks({hessian, rate, momentum, nu}: QuasiRun, P: Square, X: Square): Square[] {
  const d = hessian.length;
  const part = (i: number, j: number) =>
    P.slice(i * d, (i + 1) * d).map(row => row.slice(j * d, (j + 1) * d));
  const keep = subtract(identity(d), scale(hessian, rate * (1 - momentum * nu)));
  return [
    scale(part(1, 1), (rate * nu) ** 2),
    X,
    scale(product(keep, part(0, 1)), rate * nu * momentum),
    part(0, 0)
  ];
}

export const moments = (run: QuasiRun) =>
  blocks(run, steadyState(recursion(run)), laggedCovariance(run, 1));

/** The same after 1 500 steps from rest. */
export const momentsStepped = (run: QuasiRun) => {
  const {A, B, C} = recursion(run);
  const kick = product(B, C, transpose(B));
  let P = kick;
  for (let t = 1; t < 1500; t++) P = add(product(A, P, transpose(A)), kick);
  const d = run.hessian.length;
  const next = product(A, P).slice(0, d);
  return blocks(
    run,
    P,
    next.map(row => row.slice(0, d))
  );
};

/** The growth of the variance per step on the boundary, between steps 1000 and 2000. */
export const boundary = ({momentum}: {momentum: number}) => {
  const run = {hessian: [[1]], noise: [[1]], rate: 2 * (1 + momentum), momentum};
  const [early, late] = [1000, 2000].map(t => covarianceAfter(run, t)[0][0]);
  return (late - early) / 1000;
};

/** The largest stable rate, by bisection, over 2/k*, k* by bisection. */
export const longer = (run: LimitRun) => {
  const largest = -smallestEigenvalue(scale(run.hessian, -1));
  const limit = turningPoint(0, 8 / largest, rate =>
    isStable(recursion({...run, rate: Math.max(rate, 1e-3 / largest)}))
  );
  return limit / (2 / largest);
};
