import type {Named} from "../ledger/claim.js";
import {definite, type Rows} from "./matrices.js";
import {named} from "./named.js";

/** Problems on which the bounds of the Fisher paper's Section 6 are tried: plain data. */
export interface BoundPair {
  readonly name: string;
  readonly hessian: Rows;
  readonly metric: Rows;
}

const halfRootThree = Math.sqrt(3) / 2;

/** In the plane: one pair that commutes, one with 0 < µ_F < λmin(H), one with µ_F < 0. */
export const planePairs: readonly BoundPair[] = [
  {
    name: "commuting",
    hessian: [
      [1, 0],
      [0, 4]
    ],
    metric: [
      [2, 0],
      [0, 0.5]
    ]
  },
  {
    name: "tilted",
    hessian: [
      [1, 0],
      [0, 4]
    ],
    metric: [
      [2.5, halfRootThree],
      [halfRootThree, 1.5]
    ]
  },
  {
    name: "µ_F < 0",
    hessian: [
      [1, 0],
      [0, 4]
    ],
    metric: [
      [30.5, 29.5],
      [29.5, 30.5]
    ]
  }
];

/** √f of a pair whose symmetric part is 11ᵀ: hᵢⱼ = 1/cosh(1.5(i − j)), fᵢ = e^{3i}. */
export const gradedPairs: readonly BoundPair[] = [2, 4, 8].map(d => ({
  name: `graded, d = ${d}`,
  hessian: Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (_, j) => 1 / Math.cosh(1.5 * (i - j)))
  ),
  metric: Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (_, j) => (i === j ? Math.exp(3 * (i - d / 2)) : 0))
  )
}));

/** M and ‖F‖ fixed, κ_F growing: H has ½ beside its diagonal, F = diag(1, ε). */
export const flatteningPairs: readonly BoundPair[] = [1e-2, 1e-4, 1e-6].map(epsilon => ({
  name: `ε = ${epsilon}`,
  hessian: [
    [1, 0.5],
    [0.5, 1]
  ],
  metric: [
    [1, 0],
    [0, epsilon]
  ]
}));

/** L = θ²/2 − θ³/6 on |θ| ≤ ½, and steps. */
export const cubic = {radius: 0.5, rates: [0.1, 0.01, 0.001]} as const;

/** η₀λmin(H) of schedules η₀/t, none of them near ½. */
export const schedules = [0.2, 0.25, 0.3, 1, 2] as const;

/** A problem and what it becomes if the loss is tripled, or θ counted in halves. */
export const rescaled = [
  {name: "as it is", hessian: 1, metric: [2, 0.5], eta0: 1.4},
  {name: "loss times 3", hessian: 3, metric: [18, 4.5], eta0: 1.4 / 3},
  {name: "θ over 2", hessian: 4, metric: [8, 2], eta0: 0.35}
] as const;

export type Rescaled = (typeof rescaled)[number];

/** Sums of t^power with the weights (t/T)ᵖ. */
export interface WeightSums extends Named {
  readonly power: number;
  /** p. */
  readonly exponents: readonly number[];
}

/** The sum of the squared steps, and the remainder with ρ_t = √t. */
export const weightSums: readonly WeightSums[] = [
  {name: "Σ (t/T)ᵖ t⁻²", power: -2, exponents: [0.6, 0.7, 1.4]},
  {name: "remainder, ρ = √t", power: -1.5, exponents: [1.4]}
];

/** The two ends of a line of runs of T steps at batch size b. */
export interface RunLine extends Named {
  readonly ends: readonly {readonly T: number; readonly b: number}[];
}

/** a and c₀ of the products, none of them with a factor that is zero. */
export const products = named([
  {a: 0.5, c0: 0.05},
  {a: 1.5, c0: 0.3},
  {a: 3, c0: 0.2},
  {a: 2, c0: 4},
  {a: 4, c0: 25}
]);
export type Product = (typeof products)[number];

/** Half-widths of Θ_loc. */
export const halfWidths = [0.1, 1, 3] as const;

/** A Gaussian oracle h(θ_t − θ) + ζ with Var ζ = g ≤ 1, asked twice. */
export const oracles = named([
  {h: 1, g: 0.01},
  {h: 2, g: 0.25}
]);
export type Oracle = (typeof oracles)[number];

/** Exchangeable draws of variance 1 + τ² and covariance τ². */
export const exchangeable = named([0, 0.3, 2].map(common => ({common, draws: 5})));
export type Exchangeable = (typeof exchangeable)[number];

/** How many of a hundred directions are stiff, of curvature κ, the others of curvature 1. */
export const stiffOfHundred = named([99, 50, 10, 1].map(stiff => ({stiff, kappa: 100})));
export type StiffOfHundred = (typeof stiffOfHundred)[number];

/** One stiff direction among a hundred. */
export const spikes = named([1, 10, 100].map(kappa => ({stiff: 1, kappa})));

/** H and G for the metric of the lower bound. */
export const noisyPairs = [2, 3].map(d => ({
  name: `d = ${d}`,
  hessian: definite(`lower hessian ${d}`, d),
  noise: definite(`lower noise ${d}`, d).map(row => row.map(x => x / 4))
}));

/** Of each noisy pair the metrics G and J. */
export const noisyMetrics = named(
  noisyPairs.flatMap(pair => (["G", "J"] as const).map(metric => ({...pair, metric})))
);
export type NoisyMetric = (typeof noisyMetrics)[number];

/** c, δ and N of the bound cd/N for a mean of unit variance: with Nδ² ≥ π²c/(1 − c), and with c/2. */
export const vanTreesCases = {
  enough: named([
    {c: 0.5, halfWidth: 1, N: 10},
    {c: 0.9, halfWidth: 0.1, N: 8883}
  ]),
  tooFew: named([
    {c: 0.5, halfWidth: 0.1, N: 25},
    {c: 0.9, halfWidth: 0.1, N: 45}
  ])
};
export type VanTrees = (typeof vanTreesCases.enough)[number];

/** The same for coins of bias ½ ± δ. */
export const coinCases = {
  enough: named([{c: 0.5, halfWidth: 0.45, N: 12}]),
  tooFew: named([{c: 0.5, halfWidth: 0.05, N: 10}])
};

/** An adaptive oracle of labels: θ, the first query, calls. */
export const transcripts = {calls: 8, parameter: 0.4, start: -1.5} as const;

/** Gentle pairs, on which the constants of Theorem 6.5 are not astronomical; η₀ above 1/(2µ_F). */
export const gentle = {
  pairs: [
    {
      name: "one curvature",
      hessian: [
        [1, 0],
        [0, 1]
      ],
      metric: [
        [2, 0],
        [0, 0.5]
      ]
    },
    {
      name: "not commuting",
      hessian: [
        [1, 0.2],
        [0.2, 1.3]
      ],
      metric: [
        [2, 0],
        [0, 0.5]
      ]
    }
  ],
  eta0: [0.8, 1.2],
  start: [0.7, -0.4],
  horizons: [2, 10, 100, 1000, 10_000]
} as const;

/** Each gentle pair with each η₀. */
export const gentleRuns = named(
  gentle.pairs.flatMap(pair => gentle.eta0.map(eta0 => ({...pair, eta0})))
);
export type GentleRun = (typeof gentleRuns)[number];
