import {
  identity,
  inverse,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  subtract,
  trace,
  turningPoint
} from "../brute/arrays.js";
import {covarianceAfter, isStable, recursion, steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import type {BatchRun, Diffusion, reductions} from "../cases/diffusion.js";
import type {Rows} from "../cases/matrices.js";
import {type pullAndPush, regression, type Scaling, sweep} from "../cases/problems.js";
import type {Context, Sampled} from "../ledger/claim.js";

const withNoise = ({hessian, tau}: Diffusion, noise: Rows): Square =>
  lyapunovIntegral(hessian, scale(noise, tau));

/** ∫ e^{−Hs} τG e^{−Hs} ds. */
export const integral = (each: Diffusion) => withNoise(each, each.noise);

/** Tr Σ + Tr(H⁻¹ΣH) and 2 Tr Σ of the integral. */
export function traces(each: Diffusion) {
  const sigma = integral(each);
  const turned = product(inverse(each.hessian), sigma, each.hessian);
  return [trace(sigma) + trace(turned), 2 * trace(sigma)];
}

/** The integral with the Hessian as its own noise. */
export const likelihoodIntegral = (each: Diffusion) => withNoise(each, each.hessian);

/** Tr(HΣ) of the integral. */
export const risk = (each: Diffusion) => trace(product(each.hessian, integral(each)));

/** The integral with isotropic noise of the same trace. */
const surrogate = (each: Diffusion) => {
  const d = each.hessian.length;
  return withNoise(each, scale(identity(d), trace(each.noise) / d));
};

/** HΣ of it. */
export const evenRisk = (each: Diffusion) => product(each.hessian, surrogate(each)).flat();

/** Σ of it, by the mean curvature. */
export const surrogateVariances = (each: Diffusion) =>
  scale(surrogate(each), trace(each.hessian) / each.hessian.length).flat();

const sgd = ({hessian, noise, rate, batchSize}: BatchRun) => ({
  hessian,
  noise: scale(noise, 1 / batchSize),
  rate
});

/** The steady state of the recursion. */
export const steadyState = (run: BatchRun) => steadyCovariance(sgd(run));

/** The same, and the largest η at which powers of the recursion die out. */
export const steadyStateAndLimit = (run: BatchRun) => [
  steadyState(run),
  turningPoint(0.5 / run.trace, (8 / run.trace) * run.hessian.length, rate =>
    isStable(recursion(sgd({...run, rate})))
  )
];

/** The covariance after 25 steps from 0, and the mean after them from (1, …, 1). */
export function settling(run: BatchRun) {
  let mean = run.hessian.map(() => 1);
  for (let t = 0; t < 25; t++)
    mean = mean.map(
      (x, i) => x - run.rate * run.hessian[i].reduce((s, h, j) => s + h * mean[j], 0)
    );
  return [covarianceAfter(sgd(run), 25), mean];
}

/** ∫ e^{−As} Q e^{−Aᵀs} ds. */
export const generalIntegral = ({pull, push}: (typeof pullAndPush)[number]) =>
  lyapunovIntegral(pull, push);

/** The smallest eigenvalue of Σ − Σ̃ and Tr F(Σ − Σ̃). */
export function differences(each: (typeof reductions)[number]) {
  const larger = each.noise.map((row, i) => row.map((x, j) => x + each.more[i][j]));
  const gap = subtract(withNoise(each, larger), integral(each));
  return [smallestEigenvalue(gap), trace(product(each.metric, gap))];
}

/** Integrals with 1.25 and 2 times the noise. */
export const inflatedIntegrals = (each: Diffusion) =>
  [0.25, 1].map(e => withNoise(each, scale(each.noise, 1 + e)));

/** Slopes of the logarithms of mean variances, by run, direction and replicate, against those of b. */
function slopesOf(runs: Scaling["runs"], variances: readonly Float64Array[][]): Sampled[] {
  const logs = runs.map(({batchSize}) => Math.log(batchSize));
  const centre = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const spread = logs.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  // The slope is linear in the logs, and a log of a mean is linear in the values to first order.
  return variances[0].map((_, i) => {
    const means = variances.map(
      columns => columns[i].reduce((a, x) => a + x, 0) / columns[i].length
    );
    return sampled(
      Array.from(variances[0][i], (_, r) =>
        means.reduce((sum, mean, k) => {
          const log = Math.log(mean) + (variances[k][i][r] - mean) / mean;
          return sum + ((logs[k] - centre) / spread) * log;
        }, 0)
      )
    );
  });
}

/** Euler–Maruyama on (47) with Δt = 1, the variances of one run or the slope of their logarithms. */
export async function simulatedScaling({runs}: Scaling, context: Context) {
  const {curvatures, learningRate} = sweep;
  const cells = await stationarySecondMoments(
    "batch-scaling",
    context,
    runs.map(({name, batchSize}) => ({
      name,
      cell: {
        form: "eulerMaruyama" as const,
        hessianEigenvalues: curvatures,
        noiseFactor: {diagonal: curvatures.map(() => 1)},
        batchSize,
        learningRate,
        timeStep: 1,
        burnIn: 2000,
        steps: 32_000
      },
      keep: curvatures.map((_, i) => [i, i] as const)
    }))
  );
  const variances = runs.map(({name}) => cells[name]);
  return runs.length > 1 ? slopesOf(runs, variances) : variances[0].map(sampled);
}

/** Gradients of log(1 + exp(−yxθ)) on five points, y = ±1, and their derivatives. */
function logisticAt(theta: number) {
  const rows = regression.x.map((x, i) => {
    const y = regression.y[i] > 0 ? 1 : -1;
    const p = 1 / (1 + Math.exp(y * x * theta));
    return {psi: -y * x * p, slope: x * x * p * (1 - p)};
  });
  const mean = (f: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + f(row) / rows.length, 0);
  const gradient = mean(({psi}) => psi);
  return {
    gradient,
    curvature: mean(({slope}) => slope),
    deviation: Math.sqrt(mean(({psi}) => (psi - gradient) ** 2)),
    moment: mean(({psi}) => psi * psi)
  };
}

/** Orders of |∇L(θ⋆+Δ) − hΔ| and |C(θ⋆+Δ) − C(θ⋆)| in Δ, extrapolated over halved distances. */
const orders = (linear: "curvature" | "moment") => () => {
  // The minimum, by bisection on the gradient's sign.
  const minimum = turningPoint(-20, 20, theta => logisticAt(theta).gradient < 0);
  const centre = logisticAt(minimum);
  const remainders = (delta: number) => {
    const there = logisticAt(minimum + delta);
    return [
      Math.abs(there.gradient - centre.gradient - centre[linear] * delta),
      Math.abs(there.deviation - centre.deviation)
    ];
  };
  // An order from one halving errs by O(Δ); Richardson's extrapolation leaves O(Δ²).
  const order = (delta: number) => {
    const half = remainders(delta / 2);
    return remainders(delta).map((r, i) => Math.log2(r / half[i]));
  };
  const near = order(1e-3);
  return order(2e-3).map((far, i) => 2 * near[i] - far);
};

export const remainderOrders = orders("curvature");

/** The same with E ψ² for the curvature, as if the loss were a well-specified likelihood. */
export const remainderOrdersOfMoment = orders("moment");
