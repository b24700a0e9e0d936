import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {averagedIterate} from "../../lib/budgets/averagedIterate.js";
import {UnstableError} from "../../lib/check.js";
import {fixedAdamCovariance, fixedRmspropCovariance} from "../../lib/stationary/fixedMoments.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {onRange} from "../../lib/stationary/onRange.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {stabilityLimit} from "../../lib/stationary/stabilityLimit.js";
import {relativeError} from "./relativeError.js";

const hessian = [
  [1.5, 0.4],
  [0.4, 0.6]
];
const noise = [
  [1, -0.5],
  [-0.5, 0.7]
];
const K = new Matrix(hessian);
const C = new Matrix(noise);

/** Covariance of w after many updates (w, m) ← (w, m) moved and kicked as `move` and `kick` say. */
function settled(move: Matrix, kick: Matrix, steps: number): Matrix {
  let P = Matrix.zeros(move.rows, move.rows);
  const noisy = kick.mmul(C).mmul(kick.transpose());
  for (let t = 0; t < steps; t++) P = move.mmul(P).mmul(move.transpose()).add(noisy);
  return P.subMatrix(0, 1, 0, 1);
}

/** The matrix of blocks [[a, b], [c, d]], 2×2 each. */
function blocks(a: Matrix, b: Matrix, c: Matrix, d: Matrix): Matrix {
  const out = Matrix.zeros(4, 4);
  for (const [at, block] of [a, b, c, d].entries())
    out.setSubMatrix(block, 2 * Math.floor(at / 2), 2 * (at % 2));
  return out;
}

/** m ← βm + (share)D₁(Kw + η), w ← w − λD₂m. */
function adaptive(beta: number, D1: Matrix, D2: Matrix, lambda: number): Matrix {
  const pull = D1.mmul(K);
  const push = Matrix.mul(D2, lambda);
  const move = blocks(
    Matrix.eye(2).sub(push.mmul(pull)),
    push.clone().mul(-beta),
    pull,
    Matrix.eye(2).mul(beta)
  );
  const kick = Matrix.zeros(4, 2);
  kick.setSubMatrix(push.mmul(D1).mul(-1), 0, 0);
  kick.setSubMatrix(D1, 2, 0);
  return settled(move, kick, 6000);
}

const secondMoments = [4, 0.09];
const inverseRoots = (epsilon: number) =>
  Matrix.diag(secondMoments.map(v => 1 / (Math.sqrt(v) + epsilon)));

describe("optimisers whose second moments are fixed", () => {
  it("Adam: the recursion of m and w, run until it settles", () => {
    const exact = adaptive(0.9, Matrix.eye(2).mul(0.1), inverseRoots(0.2), 0.05);
    const run = {hessian, noise, learningRate: 0.05, secondMoments};
    expect(relativeError(fixedAdamCovariance({...run, epsilon: 0.2}), exact)).toBeLessThan(1e-12);
  });

  it("RMSProp with momentum: the recursion of m and w, run until it settles", () => {
    const exact = adaptive(0.5, inverseRoots(1e-8), Matrix.eye(2), 0.05);
    const run = {hessian, noise, learningRate: 0.05, secondMoments, momentum: 0.5};
    expect(relativeError(fixedRmspropCovariance(run), exact)).toBeLessThan(1e-12);
  });

  it.each([
    [{secondMoments: [1]}, "secondMoments must have 2 entries; got 1"],
    [
      {secondMoments: [1, 1e100], learningRate: 1e-300},
      "(1−beta1)learningRate/(√secondMoments[1] + epsilon) must lie in (0, ∞); got 0"
    ],
    [
      {secondMoments: [1, 1e40]},
      "(1−beta1)learningRate/(√secondMoments + epsilon) must be positive definite; got eigenvalues from"
    ],
    [
      {learningRate: 1e3},
      "(1−beta1)learningRate/(√secondMoments + epsilon) must keep every eigenvalue of (1−beta1)learningRate/(√secondMoments + epsilon)·hessian in (0, 2(1+beta1)) = (0, 3.8); got"
    ],
    [{secondMoments: [1, -1]}, "secondMoments[1] must lie in [0, ∞); got -1"],
    [{secondMoments: [1, 0], epsilon: 0}, "√secondMoments[1] + epsilon must lie in (0, ∞); got 0"],
    [{beta1: 1}, "beta1 must lie in [0, 1); got 1"]
  ])("refuse %j", (change, message) => {
    const good = {hessian, noise, learningRate: 0.05, secondMoments};
    expect(() => fixedAdamCovariance({...good, ...change})).toThrow(message);
  });
});

describe("stabilityLimit", () => {
  /** Whether a mode of curvature 1.5 or so dies out, followed without noise. */
  const dies = (rate: number, mu: number, nu?: number) => {
    let [w, m] = [1, 0];
    const curvature = 1.05 + Math.sqrt(0.45 ** 2 + 0.4 ** 2);
    for (let t = 0; t < 60_000; t++) {
      const g = curvature * w;
      m = mu * m + (nu === undefined ? g : (1 - mu) * g);
      w -= rate * (nu === undefined ? m : (1 - nu) * g + nu * m);
      if (Math.abs(w) > 1e6) return false;
    }
    return Math.abs(w) < 1e-3;
  };

  it.each([
    [0, undefined],
    [0.7, undefined],
    [0.7, 0.4],
    [0.5, 1]
  ])("parts runs that die out from runs that explode: µ = %d, ν = %d", (momentum, nu) => {
    const limit = stabilityLimit({hessian, momentum, ...(nu === undefined ? {} : {nu})});
    expect(dies(limit * (1 - 1e-3), momentum, nu)).toBe(true);
    expect(dies(limit * (1 + 1e-3), momentum, nu)).toBe(false);
  });

  it("refuses a Hessian that is not positive definite", () => {
    expect(() => stabilityLimit({hessian: [[0]]})).toThrow(UnstableError);
  });
});

describe("onRange", () => {
  const flat = new Matrix([
    [1, 1, 0],
    [1, 2, 1],
    [0, 1, 1]
  ]);

  it("is where the covariance of the iterates settles, for noise that the Hessian sees", () => {
    let P = Matrix.zeros(3, 3);
    const A = Matrix.eye(3).sub(Matrix.mul(flat, 0.3));
    for (let t = 0; t < 500; t++)
      P = A.mmul(P)
        .mmul(A)
        .add(Matrix.mul(flat, 0.3 ** 2));
    const found = onRange(sgdCovariance, {hessian: flat, noise: flat, learningRate: 0.3});
    expect(relativeError(found, P)).toBeLessThan(1e-13);
  });

  it("hands numbers back and refuses what is no function", () => {
    const run = {hessian: flat, noise: flat, learningRate: 0.3};
    expect(onRange(() => 3, run)).toBe(3);
    expect(() => onRange(1 as never, run)).toThrow("law must be a function of a hessian; got 1");
    const none = {...run, hessian: Matrix.zeros(3, 3)};
    expect(() => onRange(sgdCovariance, none)).toThrow("hessian must have a direction");
  });
});

describe("iterates in the Hessian's own coordinates", () => {
  const steps = 7;
  const rate = 0.4;
  const A = Matrix.eye(2).sub(Matrix.mul(K, rate));

  it("iterateCovariance is the recursion of the covariance", () => {
    let P = Matrix.zeros(2, 2);
    for (let t = 0; t < steps; t++)
      P = A.mmul(P)
        .mmul(A)
        .add(Matrix.mul(C, rate ** 2));
    const [found] = iterateCovariance({hessian, noise, learningRate: rate, steps: [steps]});
    expect(relativeError(found, P)).toBeLessThan(1e-14);
  });

  it("averagedIterate is the sum over kicks of what the average keeps of each", () => {
    let covariance = Matrix.zeros(2, 2);
    for (let s = 1; s <= steps; s++) {
      let [kept, power] = [Matrix.zeros(2, 2), Matrix.eye(2)];
      for (let t = s; t <= steps; t++) {
        kept = kept.add(power);
        power = power.mmul(A);
      }
      kept.mul(rate / steps);
      covariance = covariance.add(kept.mmul(C).mmul(kept.transpose()));
    }
    const mean = Matrix.zeros(2, 1);
    let at = Matrix.columnVector([1, -2]);
    for (let t = 1; t <= steps; t++) {
      at = A.mmul(at);
      mean.add(Matrix.div(at, steps));
    }
    const run = {hessian, noise, learningRate: rate, steps, initial: [1, -2]};
    const found = averagedIterate(run);
    expect(relativeError(found.covariance, covariance)).toBeLessThan(1e-14);
    expect(relativeError(Matrix.columnVector(found.mean), mean)).toBeLessThan(1e-13);
  });

  it("wants one of hessian and curvatures", () => {
    const run = {noise, learningRate: rate, steps: [1]};
    for (const curvature of [{}, {hessian, curvatures: [1, 2]}])
      expect(() => iterateCovariance({...run, ...curvature})).toThrow(
        "exactly one of hessian and curvatures must be given"
      );
  });
});

describe("Nesterov's momentum as PyTorch and Optax have it", () => {
  it("is quasi-hyperbolic at rate λ/(1−µ) with ν = µ, as /api says", () => {
    const [rate, mu] = [0.2, 0.7];
    // buf ← µ buf + g, w ← w − λ(g + µ buf)
    const move = blocks(
      Matrix.eye(2).sub(Matrix.mul(K, rate * (1 + mu))),
      Matrix.eye(2).mul(-rate * mu * mu),
      K.clone(),
      Matrix.eye(2).mul(mu)
    );
    const kick = Matrix.zeros(4, 2);
    kick.setSubMatrix(Matrix.eye(2).mul(-rate * (1 + mu)), 0, 0);
    kick.setSubMatrix(Matrix.eye(2), 2, 0);
    const run = {hessian, noise, learningRate: rate / (1 - mu), momentum: mu, nu: mu};
    expect(relativeError(qhmCovariance(run), settled(move, kick, 2000))).toBeLessThan(1e-12);
  });
});
