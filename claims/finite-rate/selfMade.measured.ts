import {
  add,
  identity,
  inverse,
  norm,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose,
  turningPoint
} from "../brute/arrays.js";
import {isStable, recursion, steadyCovariance} from "../brute/augmented.js";
import {inverseRoot, selfMadeCovariance} from "../brute/selfMade.js";
import {
  definite,
  type Pair,
  pairs,
  type Rows,
  secondOrder,
  twoCurvatures
} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {
  datasetSize: N,
  batchSize: S,
  learningRate: lambda,
  momentum: mu,
  noiseRatio: c
} = secondOrder;
const share = (N - S) / (N * S);

const perPair = (f: (pair: Pair) => readonly number[], some = pairs): Numbers =>
  Object.fromEntries(some.map(pair => [pair.name, f(pair)]));

const anywhere = (pair: Pair) => definite(`self-made start ${pair.name}`, pair.hessian.length);
const loss = (pair: Pair, sigma: Rows) => trace(product(pair.hessian, sigma)) / 2;

/** ½ Tr KΣ where the covariance map of Adam ends, Λ = λ(KΣK + C)^−½ remade at each step. */
export const adamError = (): Numbers =>
  perPair(pair => [
    loss(
      pair,
      selfMadeCovariance({
        method: "adam",
        hessian: pair.hessian,
        rate: lambda,
        ratio: c,
        forgetting: 1,
        start: anywhere(pair),
        steps: 120
      })
    )
  ]);

/** sK⁻¹ for the s at which the noiseless recursion with Λ = λ(K sK⁻¹ K)⁻¹ turns from growth to decay. */
export const bounce = (): Numbers =>
  perPair(({hessian, noise}) => {
    const back = inverse(hessian);
    const s = turningPoint(
      0.01 * lambda,
      10 * lambda,
      x => !isStable(recursion({hessian, noise, rate: scale(back, lambda / x), momentum: mu}))
    );
    return scale(back, s).flat();
  });

const noiselessEnd = (forgetting: number, steps: number): Numbers =>
  perPair(pair =>
    selfMadeCovariance({
      method: "natural",
      hessian: pair.hessian,
      rate: lambda,
      ratio: 0,
      forgetting,
      start: anywhere(pair),
      steps
    }).flat()
  );

/** Where the noiseless covariance map ends with a memory of ρ = ½. */
export const remembered = (): Numbers => noiselessEnd(0.5, 260);

/** Where it is after as many steps without a memory. */
export const forgotten = (): Numbers => noiselessEnd(1, 40);

/** Σ/λ where the covariance map with noise ends, at steps up to twenty over Tr K. */
export const anyStep = (): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair =>
      [0.2, 2, 20].map(x => {
        const rate = x / pair.trace;
        const sigma = selfMadeCovariance({
          method: "natural",
          hessian: pair.hessian,
          rate,
          ratio: share,
          forgetting: 0.5,
          start: scale(anywhere(pair), rate),
          steps: 260
        });
        return [`${pair.name}, λ Tr K = ${x}`, scale(sigma, 1 / rate).flat()];
      })
    )
  );

const information = (pair: Pair, sigma: Rows) => product(pair.hessian, sigma, pair.hessian);

/** Σ with Σ = next(Σ), by damped iteration. */
function settle(
  pair: Pair,
  next: (sigma: Square) => Square,
  start: Square,
  enough = 1e-14
): Square {
  let sigma = start;
  for (let i = 0; i < 1500; i++) {
    const change = scale(subtract(next(sigma), sigma), 1 / 8);
    sigma = add(sigma, change);
    sigma = scale(add(sigma, transpose(sigma)), 0.5);
    if (norm(change) <= enough * norm(sigma)) return sigma;
  }
  throw new Error(`${pair.name}: no fixed point is reached`);
}

const newton = (pair: Pair, rate: number) =>
  steadyCovariance({
    hessian: pair.hessian,
    noise: scale(pair.hessian, share),
    rate: scale(inverse(pair.hessian), rate),
    momentum: mu
  });

const natural = (pair: Pair, small = 1) =>
  settle(
    pair,
    sigma => {
      const j = information(pair, sigma);
      const state = steadyCovariance({
        hessian: pair.hessian,
        noise: scale(j, share),
        rate: scale(inverse(j), small * lambda),
        momentum: mu
      });
      return scale(state, 1 / small);
    },
    scale(inverse(pair.hessian), lambda)
  );

const normal = (sigma: Rows) => scale(sigma, 1 / trace(sigma)).flat();

/** Σ/Tr Σ of Newton's method and of the natural gradient with mini-batch noise. */
export const shape = (): Numbers =>
  perPair(pair => [...normal(newton(pair, lambda)), ...normal(natural(pair))]);

/** Tr KΣ over that of the same method stepped a million times finer for as long. */
export const corrections = (): Numbers =>
  perPair(
    pair => [
      loss(pair, newton(pair, lambda)) / (1e6 * loss(pair, newton(pair, 1e-6 * lambda))),
      loss(pair, natural(pair)) / loss(pair, natural(pair, 1e-6))
    ],
    pairs.slice(0, 2)
  );

/** Σ/√λ of the natural gradient with constant noise at λ = 10⁻⁸. */
export const smallStep = (): Numbers =>
  perPair(pair => {
    const rate = 1e-8;
    const sigma = settle(
      pair,
      s =>
        steadyCovariance({
          hessian: pair.hessian,
          noise: pair.noise,
          rate: scale(inverse(information(pair, s)), rate),
          momentum: mu
        }),
      scale(inverse(pair.hessian), Math.sqrt(rate)),
      1e-9
    );
    return scale(sigma, 1 / Math.sqrt(rate)).flat();
  });

const [first, second] = twoCurvatures.curvatures;
const plane: Pair = {
  name: "two curvatures",
  hessian: [
    [first, 0],
    [0, second]
  ],
  noise: identity(2),
  trace: first + second
};

const sgd = (rate: number, batchSize: number) =>
  steadyCovariance({
    hessian: plane.hessian,
    noise: scale(plane.hessian, 1 / batchSize),
    rate
  });

const adam = (rate: number, ratio: number) =>
  settle(
    plane,
    sigma => {
      const j = information(plane, sigma);
      return steadyCovariance({
        hessian: plane.hessian,
        noise: scale(j, ratio),
        rate: scale(inverseRoot(scale(j, 1 + ratio)), rate)
      });
    },
    scale(identity(2), rate * rate)
  );

const anisotropy = (sigma: Rows) => sigma[0][0] / sigma[1][1];
const isotropicAt = (rate: number): Numbers => ({
  "SGD, Adam": [anisotropy(sgd(rate, 10)), anisotropy(adam(rate, 0.1))]
});

/** Σ₁₁/Σ₂₂ at λk* = 0.002. */
export const isotropic = (): Numbers => isotropicAt(0.002 / first);

/** Σ₁₁/Σ₂₂ at λk* = 1.5. */
export const isotropicLargeStep = (): Numbers => isotropicAt(1.5 / first);

/** Tr Σ at 10λ over that at λ, and at a millionth of c, or a million times S. */
export const orders = (): Numbers => ({
  "Adam, λ": [trace(adamMap(1e-3, 0.1)) / trace(adamMap(1e-4, 0.1))],
  "Adam, S": [trace(adamMap(1e-3, 1e-10)) / trace(adamMap(1e-3, 1e-4))],
  "SGD, λ": [trace(sgd(1e-3, 10)) / trace(sgd(1e-4, 10))],
  "SGD, S": [trace(sgd(1e-3, 1e7)) / trace(sgd(1e-3, 10))]
});

const adamMap = (rate: number, ratio: number) =>
  selfMadeCovariance({
    method: "adam",
    hessian: plane.hessian,
    rate,
    ratio,
    forgetting: 0.5,
    start: scale(identity(2), rate * rate),
    steps: 200
  });

const adamTrace = (factor: number): Numbers => {
  const {batchSize} = twoCurvatures;
  return {"Tr Σ": [trace(adam(factor / (batchSize + 1), 1 / batchSize))]};
};

/** Tr Σ of Adam at λ = 1/(S+1). */
export const smaller = (): Numbers => adamTrace(1);

/** Tr Σ of Adam at λ = 4/(S+1). */
export const smallerLargeStep = (): Numbers => adamTrace(4);
