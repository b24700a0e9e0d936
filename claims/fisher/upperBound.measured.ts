import * as cases from "../cases/bound.js";

/** Cov(θ_T)ᵢⱼ over the noise's entry, for curvatures hᵢ, hⱼ and steps η₀/t from t = 1, at each T. */
function gains(p: number, q: number, eta0: number, horizons: readonly number[]): number[] {
  let gain = 0;
  let t = 1;
  return horizons.map(T => {
    for (; t < T; t++) {
      const eta = eta0 / t;
      gain = (1 - eta * p) * (1 - eta * q) * gain + eta * eta;
    }
    return gain;
  });
}

/** The slope that log y against log T tends to: Aitken's Δ² on the slopes between T, 4T, 16T, 64T. */
function limitingSlope(y: readonly number[]): number {
  const [u, v, w] = [1, 2, 3].map(k => Math.log(y[k] / y[k - 1]) / Math.log(4));
  const second = w - 2 * v + u;
  return Math.abs(second) < 1e-12 ? w : w - (w - v) ** 2 / second;
}

const quadrupled = [24_576, 98_304, 393_216, 1_572_864];

/** Exponents of the exact risk, the noise and the metric being F, H diagonal. */
export function slopes({hessian: h, metric: f}: cases.BoundPair) {
  const [p, q] = [h[0][0], h[1][1]];
  return cases.schedules.map(eta0 => {
    const [first, cross, last] = [[p, p] as const, [p, q] as const, [q, q] as const].map(([x, y]) =>
      gains(x, y, eta0, quadrupled)
    );
    return limitingSlope(
      quadrupled.map(
        (_, k) => f[0][0] ** 2 * first[k] + 2 * f[0][1] ** 2 * cross[k] + f[1][1] ** 2 * last[k]
      )
    );
  });
}

/** T·E V_T for one curvature, extrapolated from T and 2T along 1/T. */
export function leading({hessian, metric, eta0}: cases.Rescaled) {
  const [first, last] = gains(hessian, hessian, eta0, [50_000, 100_000]);
  const squares = metric.reduce<number>((sum, f) => sum + f * f, 0);
  return squares * (200_000 * last - 50_000 * first);
}

export const traceSquares = ({metric}: cases.BoundPair) =>
  metric.flat().reduce((sum, x) => sum + x * x, 0);

/** Exponents of the weighted sums, term by term. */
export function weights({power, exponents}: cases.WeightSums) {
  const from = [1536, 6144, 24_576, 98_304];
  return exponents.map(p => {
    let sum = 0;
    let t = 1;
    const sums = from.map(T => {
      for (; t < T; t++) sum += t ** (power + p);
      return sum / T ** p;
    });
    return limitingSlope(sums);
  });
}

/** Slope of log risk against log Tb, from a start at distance 1, one curvature, η₀ = 1.5. */
export function matched({ends}: cases.RunLine) {
  const [first, last] = ends.map(({T, b}) => {
    let [mean, variance] = [1, 0];
    for (let t = 1; t < T; t++) {
      mean *= 1 - 1.5 / (t + 4);
      variance = (1 - 1.5 / (t + 4)) ** 2 * variance + (1.5 / (t + 4)) ** 2 / b;
    }
    return {N: T * b, risk: mean * mean + variance};
  });
  return Math.log(last.risk / first.risk) / Math.log(last.N / first.N);
}

/** E‖θ_T − θ⋆‖²_F, the second moment carried entry by entry, F diagonal. */
export function secondMoments({hessian: h, metric: f, eta0}: cases.GentleRun) {
  const [x, y] = cases.gentle.start;
  let [p, q, r] = [x * x, x * y, y * y];
  let t = 1;
  return cases.gentle.horizons.map(T => {
    for (; t < T; t++) {
      const eta = eta0 / t;
      const [a, b, d] = [1 - eta * h[0][0], -eta * h[0][1], 1 - eta * h[1][1]];
      [p, q, r] = [
        a * a * p + 2 * a * b * q + b * b * r + eta * eta * f[0][0],
        a * b * p + (a * d + b * b) * q + b * d * r,
        b * b * p + 2 * b * d * q + d * d * r + eta * eta * f[1][1]
      ];
    }
    return f[0][0] * p + f[1][1] * r;
  });
}
