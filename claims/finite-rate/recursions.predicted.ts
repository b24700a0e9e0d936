import {Matrix} from "ml-matrix";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import type {LimitRun, QuasiRun, Run, ScalarRun} from "../cases/optimisers.js";
import {noisePath} from "../cases/problems.js";
import {C, eye, K, minus, plus, times} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const kicksOf = ({hessian}: Run) =>
  noisePath(hessian.length).map(kick => new Matrix(kick.map(value => [value])));

/** wₜ = A₁wₜ₋₁ − A₂wₜ₋₂ − a ηₜ₋₁ + b ηₜ₋₂ from w = m = 0, for the noise of `noisePath`. */
function secondOrderPath(run: Run, A1: Matrix, A2: Matrix, a: number, b: number): Matrix[] {
  const path: Matrix[] = [Matrix.zeros(run.hessian.length, 1)];
  const kicks = kicksOf(run);
  for (let t = 1; t <= kicks.length; t++) {
    const before = t > 1 ? path[t - 2] : path[0];
    const next = minus(times(A1, path[t - 1]), times(A2, before));
    const kicked = plus(next, times(-a, kicks[t - 1]));
    path.push(t > 1 ? plus(kicked, times(b, kicks[t - 2])) : kicked);
  }
  return path.slice(1);
}

const heavyBall = (memory: (mu: number) => number) => (run: ScalarRun) => {
  const one = eye(run.hessian.length);
  const X = times(memory(run.momentum), one);
  return secondOrderPath(run, minus(plus(one, X), times(run.rate, K(run))), X, run.rate, 0);
};

/** wₜ = (I + µI − λK)wₜ₋₁ − µwₜ₋₂ − ληₜ₋₁. */
export const heavyBallPath = heavyBall(mu => mu);

/** With (1−µ)I for µI, as Lemma 1's proof prints it. */
export const heavyBallPathPrinted = heavyBall(mu => 1 - mu);

/** α and β of (72). */
const weights = ({rate: lambda, momentum: mu, nu}: QuasiRun) => ({
  alpha: lambda * (1 - mu * nu),
  beta: lambda * (1 - nu)
});

const qhm = (echo: number) => (run: QuasiRun) => {
  const {alpha, beta} = weights(run);
  const mu = run.momentum;
  const one = eye(run.hessian.length);
  return secondOrderPath(
    run,
    minus(times(1 + mu, one), times(alpha, K(run))),
    times(mu, minus(one, times(beta, K(run)))),
    alpha,
    echo * mu * beta
  );
};

/** (72) without its buffer: wₜ = [(1+µ)I − αK]wₜ₋₁ − µ[I − βK]wₜ₋₂ − αηₜ₋₁ + µβηₜ₋₂. */
export const qhmPath = qhm(1);

/** The same without the echo of the last kick but one. */
export const qhmPathDeaf = qhm(0);

/** wₜ + λνmₜ by (76), from the path of w. */
const bufferPath = (weight: number) => (run: QuasiRun) => {
  const {beta} = weights(run);
  const d = run.hessian.length;
  const B = minus(eye(d), times(beta, K(run)));
  const w = [Matrix.zeros(d, 1), ...qhmPath(run)];
  return kicksOf(run).map((kick, t) => plus(times(B, w[t]), times(-weight * beta, kick)));
};
export const buffer = bufferPath(1);
export const bufferSilent = bufferPath(0);

/** λ²ν²M, X, G and Σ of (75)–(81); `kept` 1 with E[wₜηₜ₋₁ᵀ] = −αC, 0 without; `push` the factor of C in (75). */
const momentsWith =
  (kept: number, push: (lambda: number, alpha: number) => number) => (run: QuasiRun) => {
    const {hessian, noise, rate: lambda, momentum: mu, nu} = run;
    const {alpha, beta} = weights(run);
    const [k, c, one] = [K(run), C(run), eye(hessian.length)];
    const S = qhmCovariance({hessian, noise, learningRate: lambda, momentum: mu, nu});
    const B = minus(one, times(beta, k));
    const keep = minus(one, times(alpha, k));
    const right = plus(times(keep, S), times(mu, S), times(-kept * mu * alpha * beta, c));
    // X + µBXᵀ = …; Xᵀ from the transpose, so X − µ²BXB = right − µB rightᵀ.
    const X = solveLinear(
      x => minus(x, times(mu * mu, B, x, B)),
      minus(right, times(mu, B, right.transpose()))
    );
    const M = plus(
      times(2, S),
      times(beta ** 2, k, S, k),
      times(beta ** 2 - 2 * kept * alpha * beta, c),
      times(-beta, plus(times(S, k), times(k, S))),
      times(-1, plus(X, X.transpose())),
      times(beta, plus(times(X, k), times(k, X.transpose())))
    );
    const G = plus(
      times(-mu, keep, S),
      times(mu, keep, X, B),
      times(kept * mu * alpha * beta, keep, c)
    );
    const again = plus(
      times(keep, S, keep),
      times(mu * mu, M),
      times(push(lambda, alpha), c),
      times(-1, plus(G, G.transpose()))
    );
    return [M, X, G, again];
  };

const once = (_: number, alpha: number) => alpha ** 2;
const twice = (lambda: number, alpha: number) => lambda ** 2 * alpha ** 2;

export const moments = momentsWith(1, once);
export const momentsPrinted = momentsWith(0, twice);
export const momentsOneSlip = momentsWith(0, once);
export const momentsOtherSlip = momentsWith(1, twice);
export const momentsOtherSign = momentsWith(-1, once);

/** Σ₂₀₀₀ − Σ₁₀₀₀ over 1000 on the boundary λk = 2(1+µ): (λ/(1−µ))²C. */
export const boundary = ({momentum: mu}: {momentum: number}) => ((2 * (1 + mu)) / (1 - mu)) ** 2;
export const boundaryPlain = ({momentum: mu}: {momentum: number}) => (2 * (1 + mu)) ** 2;

/** The largest stable λ over that without momentum. */
export const longer = ({momentum: mu}: LimitRun) => 1 + mu;
export const longerOther = ({momentum: mu}: LimitRun) => 1 / (1 - mu);
