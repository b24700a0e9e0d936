/** The problems of notes §2.3: plain data. */

/** Exponents of symmetric stable noise, ηh, and where the characteristic function is read, times scale. */
export const stable = {
  alphas: [1.2, 1.5, 1.8, 2],
  step: 0.3,
  scale: 0.7,
  readAt: [0.5, 1, 2]
} as const;

/** Noise with two values, 3 with probability 1/10 and −1/3 with 9/10: mean 0, variance 1. */
export const twoPoint = {values: [3, -1 / 3], probabilities: [0.1, 0.9], step: 0.3} as const;

/** Correlated noise. */
export const memory = {steps: [0.05, 0.4, 1.3], coefficients: [-0.6, 0.5, 0.9]} as const;
export const long = {step: 0.4, hursts: [0.2, 0.7, 0.9]} as const;

/** Epochs of m batches with these gradients, whose sum is 0. */
export const epoch: {readonly gradients: readonly number[]} = {
  gradients: [2, -1, 0.5, -1.5, 0]
};

/** Heavy ball: ηh with µ. */
export const balls = [
  {step: 0.1, momentum: 0.9},
  {step: 1.5, momentum: 0.5},
  {step: 2.5, momentum: 0.8}
] as const;

/** Rates η/(1 + k/K) by a = ηhK. */
export const falling = {steps: 0.1, products: [2, 3, 4]} as const;

/** Rates ηh of plain steps. */
export const plain = [0.05, 0.5, 1, 1.8] as const;

/** Gradients of a data set with skewness, n = 12. */
export const skewed: readonly number[] = [5, 3, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2, -2.5, -3.5];

/** Samples in a row with correlation φ between neighbours. */
export const inOrder = {coefficient: 0.6, batch: 4} as const;

/** Curvatures with directions of the noise, whose law lives on a subspace. */
export interface Singular {
  readonly name: string;
  readonly hessian: readonly (readonly number[])[];
  readonly noise: readonly (readonly number[])[];
}

const diagonal = (...h: number[]) => h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));
const outer = (v: readonly number[]) => v.map(x => v.map(y => x * y));

export const singular: readonly Singular[] = [
  {name: "one direction, all curvatures", hessian: diagonal(1, 0.5, 0.2), noise: outer([1, 1, 1])},
  {name: "one direction, two curvatures", hessian: diagonal(1, 0.5, 0.2), noise: outer([1, -2, 0])},
  {name: "an eigendirection", hessian: diagonal(1, 0.5, 0.2), noise: outer([0, 1, 0])},
  {name: "equal curvatures", hessian: diagonal(1, 0.4, 0.4), noise: outer([1, 1, -1])},
  {
    name: "two directions",
    hessian: diagonal(1, 0.7, 0.4, 0.4),
    noise: [
      [2, 0, 1, 0],
      [0, 0, 0, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 0]
    ]
  }
];

/** On L = ½θ² with η = 0.4, noise of variance 1 + gθ². */
export const growth = {step: 0.4, constant: 0, growing: 0.6} as const;

/** A pair whose noise commutes with the curvature, and one turned by 45 degrees; η. */
export const reversible = {
  hessian: diagonal(1, 0.4),
  commuting: diagonal(1.6, 0.4),
  turned: [
    [1, 0.6],
    [0.6, 1]
  ],
  step: 0.3
} as const;

/** Label noise on L = ½u², u = θ₁θ₂, from (1, 0): η, σ, updates. */
export const degenerate = {step: 0.05, noise: 1, updates: 320} as const;

/** Inverse temperatures for the tempered posterior of ½θ₁²θ₂² on the unit square. */
export const temperatures = [400, 2000, 10_000] as const;
