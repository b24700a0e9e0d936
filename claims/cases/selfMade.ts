import {definite, type Pair, pairs, twoCurvatures} from "./problems.js";

/** A covariance to start from, which commutes with nothing. */
export const anywhere = (order: number) => definite(`self-made start d = ${order}`, order);

/** A preconditioner that is a running average with the weight ρ on the newest, for so many steps. */
export interface Remembering extends Pair {
  readonly forgetting: number;
  readonly steps: number;
}

const remembering = (forgetting: number, steps: number): readonly Remembering[] =>
  pairs.map(pair => ({...pair, name: `${pair.name}, ρ = ${forgetting}`, forgetting, steps}));

export const withMemory = remembering(0.5, 260);
export const withoutMemory = remembering(1, 40);

/** Every pair at steps up to twenty over Tr K. */
export const sizedPairs = pairs.flatMap(pair =>
  [0.2, 2, 20].map(size => ({
    ...pair,
    name: `${pair.name}, λ Tr K = ${size}`,
    rate: size / pair.trace
  }))
);
export type SizedPair = (typeof sizedPairs)[number];

const [first, second] = twoCurvatures.curvatures;

/** Two curvatures and white noise. */
export const plane: Pair = {
  name: "two curvatures",
  hessian: [
    [first, 0],
    [0, second]
  ],
  noise: [
    [1, 0],
    [0, 1]
  ],
  trace: first + second
};

/** λk* of SGD and Adam on the plane, and steps after which SGD stands still. */
const planeRun = (largest: number, steps: number) => ({
  name: `λk* = ${largest}`,
  rate: largest / first,
  steps
});
export type PlaneRun = ReturnType<typeof planeRun>;
export const smallSteps = [planeRun(0.002, 6000)];
export const largeSteps = [planeRun(1.5, 300)];

/** λ of SGD and Adam on the plane, S that of `twoCurvatures`. */
const overBatch = (factor: number) => ({
  name: `λ = ${factor}/(S+1)`,
  rate: factor / (twoCurvatures.batchSize + 1)
});
export type OverBatch = ReturnType<typeof overBatch>;
export const belowCrossing = [overBatch(1)];
export const beyondCrossing = [overBatch(4)];
