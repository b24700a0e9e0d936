import {product, type Square, scale, trace} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {simulatedMoments, stationarySecondMoments} from "../brute/simulate.js";
import {type AtAngle, type Band, type Contour, type Ends, turned} from "../cases/fisher.js";
import type {Context} from "../ledger/claim.js";

const {curvatures: h, variances, learningRate, batchSize: b, steps, burnIn} = turned;
const H = [
  [h[0], 0],
  [0, h[1]]
];

/** R(φ), from the half-angle: no formula for the turned covariance. */
function root(degrees: number, along: readonly number[] = variances): Square {
  const t = Math.tan((degrees * Math.PI) / 360);
  const [c, s] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
  const [p, q] = along.map(Math.sqrt);
  return [
    [c * p, -s * q],
    [s * p, c * q]
  ];
}

/** F(φ) by its definition, R diag(v) Rᵀ. */
function F(degrees: number, along?: readonly number[]): Square {
  const r = root(degrees, along);
  return r.map(row => r.map(other => row[0] * other[0] + row[1] * other[1]));
}

const white = ((variances[0] + variances[1]) / 2) as number;
const I = [
  [white, 0],
  [0, white]
];
const integral = (noise: Square) => lyapunovIntegral(H, scale(noise, 2 / b));
const run = (degrees: number, length: number, after: number) => ({
  form: "eulerMaruyama" as const,
  hessianEigenvalues: h,
  noiseFactor: {dense: root(degrees)},
  batchSize: b,
  learningRate,
  burnIn: after,
  steps: length
});

/** Euler–Maruyama at the printed step, 25 000 steps after the burn-in. */
export const simulatedVariances = ({name, angle}: AtAngle, context: Context) =>
  simulatedMoments("angle sweep", context, {
    name,
    cell: run(angle, 26_500, 1_500),
    keep: [
      [0, 0],
      [1, 1]
    ]
  });

/** The fixed point of the recursion for the covariance, over that of isotropic noise. */
export function recursedShares({angle}: AtAngle) {
  const [turned, base] = [F(angle), I].map(noise =>
    steadyCovariance({hessian: H, noise: scale(noise, 1 / b), rate: 0.8})
  );
  return [0, 1].map(i => turned[i][i] / base[i][i]);
}

/** Σ₁₂ of the integral for both noises, and Tr HΣ. */
export function integrals({angle}: AtAngle) {
  const S = integral(F(angle));
  return [S[0][1], integral(I)[0][1], trace(product(H, S))];
}

/** The radius inside which a share of a Gaussian's mass lies, by counting mass in rings. */
function radiusOf(share: number): number {
  const width = 8 / 400_000;
  let mass = 0;
  for (let k = 0; ; k++) {
    const r = (k + 0.5) * width;
    const ring = r * Math.exp((-r * r) / 2) * width;
    if (mass + ring >= share) return k * width + ((share - mass) / ring) * width;
    mass += ring;
  }
}

/** The direction of largest variance, by golden section on uᵀΣu. */
function tilt(angle: number): number {
  const S = integral(F(angle));
  const variance = (degrees: number) => {
    const t = (degrees * Math.PI) / 180;
    const [x, y] = [Math.cos(t), Math.sin(t)];
    return x * x * S[0][0] + 2 * x * y * S[0][1] + y * y * S[1][1];
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 180];
  while (high - low > 1e-7) {
    const [p, q] = [high - golden * (high - low), low + golden * (high - low)];
    if (variance(p) > variance(q)) high = q;
    else low = p;
  }
  const found = (low + high) / 2;
  return found > 90 ? found - 180 : found;
}

/** Its square, or that direction at each angle. */
export const contours = (each: Contour) =>
  "share" in each ? radiusOf(each.share) ** 2 : each.angles.map(tilt);

/** Runs of Figure 6, many seeds: the mean of their time averages, or the variance of it. */
export async function simulatedBands({of, angles}: Band, context: Context) {
  const copies = [...Array(12).keys()];
  const cells = await stationarySecondMoments(
    "seed bands",
    context,
    angles.flatMap(angle =>
      copies.map(copy => ({
        name: `${angle}° ${copy}`,
        cell: run(angle, steps, burnIn),
        keep: [[0, 1]] as const
      }))
    )
  );
  return angles.map(angle => {
    const x = copies.flatMap(copy => Array.from(cells[`${angle}° ${copy}`][0]));
    const mean = x.reduce((s, v) => s + v, 0) / x.length;
    return sampled(of === "mean" ? x : x.map(v => ((v - mean) ** 2 * x.length) / (x.length - 1)));
  });
}

/** Σ₁₁ and Σ₂₂ of the integral at each angle. */
export function integratedMarginals({angles, variances}: Ends) {
  const all = angles.map(angle => integral(F(angle, variances)));
  return [0, 1].flatMap(i => all.map(S => S[i][i]));
}
