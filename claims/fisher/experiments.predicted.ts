import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {decaying, tilted} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const diagonal = (values: readonly number[]) =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

/** (49): Σ = AΣAᵀ + Q, A = I − ηHΔt, Q = (2η/b)FΔt; Σ₁₁, Σ₁₂, Σ₂₂. */
export function eulerMaruyama(): Numbers {
  const {curvatures, learningRate, timeStep, batchSize, noise} = tilted;
  const rate = learningRate * timeStep;
  const sigma = sgdCovariance({
    hessian: diagonal(curvatures),
    noise: times(2 / (batchSize * rate), toMatrix(noise)),
    learningRate: rate
  });
  return {"φ = π/6": [sigma.get(0, 0), sigma.get(0, 1), sigma.get(1, 1)]};
}

/** (48), solved: Σᵢⱼ = (2/b) Fᵢⱼ/(hᵢ + hⱼ). */
export function continuous(): Numbers {
  const {curvatures: h, batchSize, noise} = tilted;
  const entry = (i: number, j: number) => ((2 / batchSize) * noise[i][j]) / (h[i] + h[j]);
  return {"φ = π/6": [entry(0, 0), entry(0, 1), entry(1, 1)]};
}

const {curvatures, eta0, batchSize, noise} = decaying;

/** T·Cov(θ_T) → V with (η₀H − ½I)V + V(η₀H − ½I) = (η₀²/b) G, and N·Risk → b Tr(FV), F = H. */
export function decayingSteps(): Numbers {
  const shifted = minus(times(eta0, H), times(0.5, eye(curvatures.length)));
  const printed = solveLinear(V => plus(times(shifted, V), times(V, shifted)), push);
  const library = robbinsMonroCovariance({
    hessian: H,
    noise: times(1 / batchSize, toMatrix(noise)),
    eta0
  });
  return limits(printed, library);
}

/** Without the −½I. */
export function decayingStepsUnshifted(): Numbers {
  const V = solveLinear(X => times(eta0, plus(times(H, X), times(X, H))), push);
  return limits(V, V);
}

const H = toMatrix(diagonal(curvatures));
const push = times(eta0 ** 2 / batchSize, toMatrix(noise));

function limits(printed: typeof H, library: typeof H): Numbers {
  return {
    V: entries(printed),
    "V, library": entries(library),
    N·Risk: [batchSize * times(H, printed).trace()]
  };
}
