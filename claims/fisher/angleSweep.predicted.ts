import {radius95} from "../../lib/linalg/covarianceEllipse.js";
import {principalAngle, rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {timeAverage} from "../../lib/stationary/timeAverage.js";
import {type AtAngle, turned} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";
import {toMatrix} from "../printed/algebra.js";

const {curvatures: h, variances, learningRate, batchSize: b, steps, burnIn} = turned;
const hessian = toMatrix([
  [h[0], 0],
  [0, h[1]]
]);
const axes = [variances[0], variances[1]] as const;
/** F(φ) as a noise of SGD, (2/η)F/b: what makes (49) at Δt = 1 the recursion's own balance. */
const noise = (angle: number) => rotatedCovariance(axes, angle).mul(2 / (learningRate * b));
const exact = (angle: number) => sgdCovariance({hessian, noise: noise(angle), learningRate});
const continuous = (angle: number) => ouCovariance({hessian, noise: noise(angle), learningRate});
const variancesOf =
  (covariance: typeof exact) =>
  ({angle}: AtAngle) =>
    covariance(angle).diagonal();

/** Σ₁₁ and Σ₂₂ of (49). */
export const discreteVariances = variancesOf(exact);

/** Those of (48). */
export const continuousVariances = variancesOf(continuous);

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const shares = (cosine: number) => [1 + 0.5 * cosine, 1 - 0.5 * cosine];

/** Σᵢᵢ over that of the isotropic surrogate: 1 ± ½ cos 2φ, whatever h, η and b. */
export const transfer = ({angle}: AtAngle) => shares(Math.cos(radians(2 * angle)));

/** One turn of the noise taken for one turn of its covariance. */
export const transferOnce = ({angle}: AtAngle) => shares(Math.cos(radians(angle)));

const crossOver =
  (denominator: number) =>
  ({angle}: AtAngle) => [
    (2 * Math.sin(radians(2 * angle)) * 0.5) / b / denominator,
    0,
    (variances[0] + variances[1]) / b
  ];

/** Σ₁₂ = (2/b)F₁₂/(h₁+h₂), that of the surrogate, 0, and Tr HΣ = Tr F/b. */
export const cross = crossOver(h[0] + h[1]);

/** The geometric mean of the curvatures for the arithmetic one. */
export const crossGeometric = crossOver(2 * Math.sqrt(h[0] * h[1]));

const contour = (radius: number): Numbers => ({
  "squared radius": [radius * radius],
  "tilt in degrees": [15, 30, 60].map(angle => principalAngle(continuous(angle)))
});

/** χ²₂'s 95 % point, −2 ln 0.05, and the long axis of Σ. */
export const ellipses = (): Numbers => contour(radius95);

/** The 95 % point of one dimension, 1.96². */
export const ellipsesOneDimensional = (): Numbers => contour(1.959963984540054);

/** Σ₁₂ and the variance of one run's time average of θ₁θ₂ at φ = 30° and 0°. */
export function bands(): Numbers {
  const of = (angle: number) =>
    timeAverage({
      decays: h.map(x => 1 - learningRate * x),
      covariance: exact(angle),
      steps: steps - burnIn
    });
  return {
    "Σ₁₂": [of(30).mean],
    "variance over seeds": [of(30).standardDeviation ** 2, of(0).standardDeviation ** 2]
  };
}

/** Had the 1 700 steps been independent. */
export function bandsIndependent(): Numbers {
  const variance = (angle: number) => {
    const S = exact(angle);
    return (S.get(0, 0) * S.get(1, 1) + S.get(0, 1) ** 2) / (steps - burnIn);
  };
  return {...bands(), "variance over seeds": [variance(30), variance(0)]};
}

/** Σ₁₁ and Σ₂₂ at b = 64 at the ends of [0°, 60°], and those of the surrogate. */
export const marginals = (): Numbers => ({
  "0° and 60°": [1.5, 0.75, 0.5, 1.25].map((f, k) => f / b / h[k >> 1]),
  surrogate: h.map(x => 1 / (b * x))
});

/** With the range of Table 3, [0, π/2]. */
export const marginalsTable = (): Numbers => ({
  ...marginals(),
  "0° and 60°": [1.5, 0.5, 0.5, 1.5].map((f, k) => f / b / h[k >> 1])
});
