import {radius95} from "../../lib/linalg/covarianceEllipse.js";
import {principalAngle, rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {timeAverage} from "../../lib/stationary/timeAverage.js";
import {type AtAngle, type Band, type Contour, type Ends, turned} from "../cases/fisher.js";
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

const contour = (radius: number) => (each: Contour) =>
  "share" in each ? radius * radius : each.angles.map(angle => principalAngle(continuous(angle)));

/** χ²₂'s 95 % point, −2 ln 0.05, and the long axis of Σ. */
export const ellipses = contour(radius95);

/** The 95 % point of one dimension, 1.96². */
export const ellipsesOneDimensional = contour(1.959963984540054);

/** Σ₁₂, or the variance of one run's time average of θ₁θ₂. */
export const bands = ({of, angles}: Band) =>
  angles.map(angle => {
    const {mean, standardDeviation} = timeAverage({
      decays: h.map(x => 1 - learningRate * x),
      covariance: exact(angle),
      steps: steps - burnIn
    });
    return of === "mean" ? mean : standardDeviation ** 2;
  });

/** Had the 1 700 steps been independent. */
export const bandsIndependent = (each: Band) =>
  each.of === "mean"
    ? bands(each)
    : each.angles
        .map(exact)
        .map(S => (S.get(0, 0) * S.get(1, 1) + S.get(0, 1) ** 2) / (steps - burnIn));

/** Σ₁₁ and Σ₂₂ of (48) at angles whose cos 2φ are given. */
const marginalsAt =
  (cosines: readonly number[]) =>
  ({angles, variances: [p, q]}: Ends) =>
    [p - q, q - p].flatMap((difference, i) =>
      angles.map((_, k) => (p + q + difference * cosines[k]) / 2 / b / h[i])
    );

/** At b = 64 at the ends of [0°, 60°]. */
export const marginals = marginalsAt([1, -0.5]);

/** With the range of Table 3, [0, π/2]. */
export const marginalsTable = marginalsAt([1, -1]);
