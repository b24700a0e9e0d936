import {
  inverse,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  subtract,
  trace,
  turningPoint
} from "../brute/arrays.js";
import {isStable, recursion, steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {
  commutingPairs,
  definite,
  ornsteinUhlenbeck,
  type Pair,
  pairs,
  pullAndPush,
  type Rows,
  regression,
  sweep
} from "../cases/problems.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";

const {tau, batchSize: b, rateOver} = ornsteinUhlenbeck;
const all = [...pairs, ...commutingPairs];

const integral = (pair: Pair, noise: Rows = pair.noise): Square =>
  lyapunovIntegral(pair.hessian, scale(noise, tau));

/** ∫ e^{−Hs} τG e^{−Hs} ds. */
export const integrals = (): Numbers => perCase(all, pair => integral(pair).flat());

/** Tr Σ + Tr(H⁻¹ΣH) and 2 Tr Σ of the integral. */
export const traces = (): Numbers =>
  perCase(all, pair => {
    const sigma = integral(pair);
    const turned = product(inverse(pair.hessian), sigma, pair.hessian);
    return [trace(sigma) + trace(turned), 2 * trace(sigma)];
  });

/** The integral with the Hessian as its own noise. */
export const likelihoodIntegrals = (): Numbers =>
  perCase(pairs, pair => integral(pair, pair.hessian).flat());

/** Tr(HΣ) of the integral. */
export const risks = (): Numbers =>
  perCase(pairs, pair => [trace(product(pair.hessian, integral(pair)))]);

const sgd = (pair: Pair, rate = rateOver / pair.trace) => ({
  hessian: pair.hessian,
  noise: scale(pair.noise, 1 / b),
  rate
});

/** The steady state of the recursion. */
export const steadyStates = (): Numbers =>
  perCase(pairs, pair => steadyCovariance(sgd(pair)).flat());

/** The same, and the largest η at which powers of the recursion die out. */
export const steadyStatesAndLimit = (): Numbers => ({
  ...steadyStates(),
  "largest stable η": pairs.map(pair =>
    turningPoint(0.5 / pair.trace, (8 / pair.trace) * pair.hessian.length, eta =>
      isStable(recursion(sgd(pair, eta)))
    )
  )
});

/** ∫ e^{−As} Q e^{−Aᵀs} ds. */
export const generalIntegrals = (): Numbers =>
  Object.fromEntries(
    pullAndPush.map(({name, pull, push}) => [name, lyapunovIntegral(pull, push).flat()])
  );

/** The smallest eigenvalue of Σ − Σ̃ and Tr F(Σ − Σ̃), for G = G̃ + a definite matrix. */
export const afterReduction = (): Numbers =>
  perCase(pairs, pair => {
    const more = definite(`reduction ${pair.name}`, pair.hessian.length);
    return differences(pair, pair.noise, more);
  });

/** The same where Tr G̃ < Tr G alone is known: variance is moved, not removed. */
export const afterTraceReduction = (): Numbers =>
  perCase(pairs, pair => {
    const d = pair.hessian.length;
    const shift = pair.hessian.map((row, i) =>
      row.map((_, j) => (i !== j ? 0 : i === 0 && d > 1 ? -0.1 : 0.2))
    );
    return differences(pair, pair.noise, shift);
  });

function differences(pair: Pair, smaller: Rows, more: Rows): number[] {
  const larger = smaller.map((row, i) => row.map((x, j) => x + more[i][j]));
  const gap = subtract(integral(pair, larger), integral(pair, smaller));
  const metric = definite(`metric ${pair.name}`, pair.hessian.length);
  return [smallestEigenvalue(gap), trace(product(metric, gap))];
}

/** Integrals with 1.25 and 2 times the noise. */
export const inflatedIntegrals = (): Numbers =>
  perCase(pairs, pair => [0.25, 1].flatMap(e => integral(pair, scale(pair.noise, 1 + e)).flat()));

/** Euler–Maruyama on (47) with Δt = 1, its variances and the slope of their logarithms. */
export async function simulatedScaling(context: Context): Promise<Samples> {
  const {curvatures, learningRate, batchSizes} = sweep;
  const cells = await stationarySecondMoments("batch-scaling", context, [
    ...batchSizes.map(size => ({
      name: `b = ${size}`,
      cell: {
        form: "eulerMaruyama" as const,
        hessianEigenvalues: curvatures,
        noiseFactor: {diagonal: curvatures.map(() => 1)},
        batchSize: size,
        learningRate,
        timeStep: 1,
        burnIn: 2000,
        steps: 32_000
      },
      keep: curvatures.map((_, i) => [i, i] as const)
    }))
  ]);
  const logs = batchSizes.map(Math.log);
  const centre = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const spread = logs.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const slopes = curvatures.map((_, i) => {
    const replicates = cells[`b = ${batchSizes[0]}`][i].length;
    // The slope is linear in the logs, and a log of a mean is linear in the values to first order.
    return sampled(
      Array.from({length: replicates}, (_, r) =>
        batchSizes.reduce((sum, size, k) => {
          const values = cells[`b = ${size}`][i];
          const mean = values.reduce((a, x) => a + x, 0) / replicates;
          const log = Math.log(mean) + (values[r] - mean) / mean;
          return sum + ((logs[k] - centre) / spread) * log;
        }, 0)
      )
    );
  });
  return {
    ...Object.fromEntries(
      Object.entries(cells).map(([name, columns]) => [name, columns.map(sampled)])
    ),
    slope: slopes
  };
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
function orders(linear: "curvature" | "moment"): Numbers {
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
  return {orders: order(2e-3).map((far, i) => 2 * near[i] - far)};
}

export const remainderOrders = (): Numbers => orders("curvature");

/** The same with E ψ² for the curvature, as if the loss were a well-specified likelihood. */
export const remainderOrdersOfMoment = (): Numbers => orders("moment");
