import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {type DecayingLimit, decaying, type tilted} from "../cases/problems.js";
import {eye, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const diagonal = (values: readonly number[]) =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

type Tilted = typeof tilted;

/** (49): Σ = AΣAᵀ + Q, A = I − ηHΔt, Q = (2η/b)FΔt; Σ₁₁, Σ₁₂, Σ₂₂. */
export function eulerMaruyama({curvatures, learningRate, timeStep, batchSize, noise}: Tilted) {
  const rate = learningRate * timeStep;
  const sigma = sgdCovariance({
    hessian: diagonal(curvatures),
    noise: times(2 / (batchSize * rate), toMatrix(noise)),
    learningRate: rate
  });
  return [sigma.get(0, 0), sigma.get(0, 1), sigma.get(1, 1)];
}

/** (48), solved: Σᵢⱼ = (2/b) Fᵢⱼ/(hᵢ + hⱼ). */
export function continuous({curvatures: h, batchSize, noise}: Tilted) {
  const entry = (i: number, j: number) => ((2 / batchSize) * noise[i][j]) / (h[i] + h[j]);
  return [entry(0, 0), entry(0, 1), entry(1, 1)];
}

const {curvatures, eta0, batchSize, noise} = decaying;
const H = toMatrix(diagonal(curvatures));
const push = times(eta0 ** 2 / batchSize, toMatrix(noise));
const limitOf =
  (covariance: () => typeof H) =>
  ({metric}: DecayingLimit) =>
    metric ? batchSize * times(toMatrix(diagonal(metric)), covariance()).trace() : covariance();

/** T·Cov(θ_T) → V with (η₀H − ½I)V + V(η₀H − ½I) = (η₀²/b) G, and N·Risk → b Tr(FV), F = H. */
export const decayingSteps = limitOf(() => {
  const shifted = minus(times(eta0, H), times(0.5, eye(curvatures.length)));
  return solveLinear(V => plus(times(shifted, V), times(V, shifted)), push);
});

export const libraryDecayingSteps = limitOf(() =>
  robbinsMonroCovariance({hessian: H, noise: times(1 / batchSize, toMatrix(noise)), eta0})
);

/** Without the −½I. */
export const decayingStepsUnshifted = limitOf(() =>
  solveLinear(V => times(eta0, plus(times(H, V), times(V, H))), push)
);
