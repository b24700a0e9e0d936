import {leastCalls} from "../../budgets/leastCalls.js";
import {normals} from "../../random/normals.js";
import {uniforms} from "../../random/uniforms.js";
import {
  identity,
  inverse,
  norm,
  product,
  type Square,
  scale,
  smallestEigenvalue,
  transpose
} from "../brute/arrays.js";
import {everyOrderedBatch, everySubset, type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import {pairs, type Rows} from "../cases.js";
import type {Context, Numbers} from "../claim.js";
import {
  budget,
  change,
  family,
  gradientAt,
  leastSquares,
  rareLabel,
  rescaled,
  specified,
  spent,
  sphere,
  tolerances,
  valley
} from "../oracleCases.js";

const apply = (a: Rows, v: readonly number[]) =>
  a.map(row => row.reduce((sum, x, j) => sum + x * v[j], 0));
const dot = (u: readonly number[], v: readonly number[]) =>
  u.reduce((sum, x, i) => sum + x * v[i], 0);
const largest = (s: Rows, f: Rows) => -smallestEigenvalue(scale(s, -1), f);

/** max gᵀv over vᵀFv = 1: the way to the minimum of ½vᵀFv − gᵀv leads to the maximiser's direction. */
function largestPull(F: Rows, g: readonly number[]): number {
  const rate = 1 / norm(F);
  let v = g.map(() => 0);
  for (let k = 0; k < 20_000; k++) {
    const slope = apply(F, v);
    v = v.map((x, i) => x - rate * (slope[i] - g[i]));
  }
  return dot(g, v) / Math.sqrt(dot(v, apply(F, v)));
}

export function largestPulls(): Numbers {
  const all = pairs.map(({name, noise}) => [name, [largestPull(noise, gradientAt(noise.length))]]);
  const moved = product(transpose(change), pairs[2].noise, change);
  return {
    ...Object.fromEntries(all),
    "other parameters": [largestPull(moved, apply(transpose(change), gradientAt(3)))]
  };
}

/** max ‖Hδ‖²_{F⁻¹}/‖δ‖²_F along powers of F⁻¹HF⁻¹H. */
export const quotients = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => {
      const inverted = inverse(noise);
      const step = product(inverted, hessian, inverted, hessian);
      let delta: number[] = hessian.map((_, i) => 1 + i / 7);
      for (let k = 0; k < 3000; k++) {
        const next = apply(step, delta);
        delta = next.map(x => x / Math.hypot(...next));
      }
      const g = apply(hessian, delta);
      return [name, [dot(g, apply(inverted, g)) / dot(delta, apply(noise, delta))]];
    })
  );

/** The largest quotient of (42) on a grid of θ, for L = Σ wₖ log cosh θₖ. */
export function valleyQuotient(): Numbers {
  let top = 0;
  for (let i = 0; i < 60; i++)
    for (let j = 0; j < 60; j++) {
      const theta = [2 * (i / 59) ** 4, 2 * (j / 59) ** 4 + 1e-9];
      const g = theta.map((x, k) => valley.weights[k] * Math.tanh(x));
      const up = g.reduce((sum, x, k) => sum + x ** 2 / valley.metric[k], 0);
      top = Math.max(top, up / theta.reduce((sum, x, k) => sum + x ** 2 * valley.metric[k], 0));
    }
  return {quotient: [top]};
}

const outer = (x: readonly number[]): Square => x.map(a => x.map(b => a * b));

/** Per-sample gradients of least squares at δ = θ − θ⋆, all equally likely. */
function gradientLaw(delta: readonly number[]): FiniteLaw {
  const points = leastSquares.inputs.flatMap(x =>
    [1, -1].map(sign => x.map(xi => xi * (dot(x, delta) - sign * leastSquares.deviation)))
  );
  return {points, probabilities: points.map(() => 1 / points.length)};
}

const information = (): Square => {
  const {inputs, deviation} = leastSquares;
  const sum = inputs.map(outer).reduce((a, b) => a.map((row, i) => row.map((x, j) => x + b[i][j])));
  return scale(sum, deviation ** 2 / inputs.length);
};

/** λmax(F⁻¹ b Cov ξ) over every fresh batch of two. */
function alignedAt(delta: readonly number[]): Numbers {
  const {within} = overDataSets(gradientLaw(delta), 1, 1, everyOrderedBatch);
  const {between} = overDataSets(gradientLaw(delta), 2, 2, everySubset);
  const zero = norm(within);
  if (zero > 1e-12) throw new Error("a batch of all has no noise within");
  return {"λmax(F⁻¹ b Cov ξ)": [largest(scale(between, 2), information())]};
}
export const alignedAtMinimum = () => alignedAt([0, 0]);
export const alignedBeside = () => alignedAt(leastSquares.beside);

/** Given a data set of four, the worst over data sets: n = 4, b = 2 without replacement. */
export function alignedGivenData(): Numbers {
  const {points} = gradientLaw([0, 0]);
  const F = information();
  let worst = 0;
  for (let code = 0; code < points.length ** 4; code++) {
    const rows = [0, 1, 2, 3].map(
      k => points[Math.floor(code / points.length ** k) % points.length]
    );
    const {covariance} = everySubset(rows, 2);
    worst = Math.max(worst, largest(scale(covariance, 2), F));
  }
  return {"λmax(F⁻¹ b Cov ξ)": [worst]};
}

/** log E exp(λξ) for the mean ξ of b gradients p − y, over the number of labels y = 1. */
export function enumeratedExponents(): Numbers {
  const {probability: p, batchSizes, pulls} = rareLabel;
  const choose = (n: number, k: number) => {
    let c = 1;
    for (let i = 0; i < k; i++) c = (c * (n - i)) / (i + 1);
    return c;
  };
  return Object.fromEntries(
    batchSizes.map(b => [
      `b = ${b}`,
      pulls.map(x => {
        let sum = 0;
        for (let k = 0; k <= b; k++)
          sum += choose(b, k) * p ** k * (1 - p) ** (b - k) * Math.exp(x * (k - b * p));
        return Math.log(sum);
      })
    ])
  );
}

/** The problem `rescaled`, its loss multiplied by s and its parameters by r. */
function changed(loss: number, stretch: number) {
  const {hessian, metric, start, rateOver, steps} = rescaled;
  const size = loss / stretch ** 2;
  return {
    H: scale(hessian, size),
    F: scale(metric, loss * size),
    start: start.map(x => x * stretch),
    eta: rateOver / (norm(hessian) * size),
    steps
  };
}

const dualSquare = (H: Rows, F: Rows, second: Rows) => {
  const image = product(transpose(H), inverse(F), H);
  return image.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + x * second[j][i], 0), 0);
};

/** ‖∇L‖² without noise after so many steps, and E‖∇L‖² where the noise has settled. */
function moments(loss: number, stretch: number): [number, number] {
  const {H, F, start, eta, steps} = changed(loss, stretch);
  const A = identity(2).map((row, i) => row.map((x, j) => x - eta * H[i][j]));
  let mean = outer(start);
  for (let t = 0; t < steps; t++) mean = product(A, mean, transpose(A));
  let C = scale(F, 0);
  for (let t = 0; t < 4000; t++)
    C = product(A, C, transpose(A)).map((row, i) => row.map((x, j) => x + eta ** 2 * F[i][j]));
  return [dualSquare(H, F, mean), dualSquare(H, F, C)];
}

const ratiosOf = (both: (loss: number, stretch: number) => readonly number[]): Numbers => {
  const before = both(1, 1);
  return Object.fromEntries(
    rescaled.changes.map(({name, loss, stretch}) => [
      name,
      both(loss, stretch).map((x, k) => x / before[k])
    ])
  );
};
export const recursedRatios = () => ratiosOf(moments);

/** The least ‖∇L(θₜ)‖² of one run without noise, and of one with it from the minimum on, t > 20. */
export function simulatedRatios({seed}: Context): Numbers {
  return ratiosOf((loss, stretch) => {
    const {H, F, start, eta, steps} = changed(loss, stretch);
    const lower = Math.sqrt(F[0][0]);
    const factor = [
      [lower, 0],
      [F[1][0] / lower, Math.sqrt(F[1][1] - (F[1][0] / lower) ** 2)]
    ];
    const least = (from: readonly number[], amplitude: number, first: number) => {
      const z = normals(
        uniforms({seed, experiment: "claims of Fisher, section 7", cell: "run", replicate: 0})
      );
      let theta = [...from];
      let low = Infinity;
      for (let t = 1; t <= steps; t++) {
        const g = apply(H, theta);
        const xi = apply(factor, [z.next(), z.next()]);
        theta = theta.map((x, i) => x - eta * (g[i] + amplitude * xi[i]));
        if (t > first) low = Math.min(low, dualSquare(H, F, outer(theta)));
      }
      return low;
    };
    return [least(start, 0, 0), least([0, 0], 1, 20)];
  });
}

/** The median over 60 runs of the least ‖∇L(θₜ)‖²_{F⁻¹}, t < T. */
export function simulatedMedians({seed}: Context): Numbers {
  const {dimension: d, rateTimesSmoothness: x, steps, changes} = sphere;
  return Object.fromEntries(
    changes.map(({name, loss: M}) => {
      const f = M * M;
      const eta = x / M;
      const least = Array.from({length: 60}, (_, replicate) => {
        const z = normals(
          uniforms({seed, experiment: "claims of Fisher, section 7", cell: "sphere", replicate})
        );
        const start = Math.sqrt((x / (2 - x)) * f) / M;
        const theta = new Float64Array(d).fill(start);
        let low = Infinity;
        for (let t = 0; t < steps; t++) {
          let square = 0;
          for (let i = 0; i < d; i++) {
            square += (M * theta[i]) ** 2 / f;
            theta[i] -= eta * (M * theta[i] + Math.sqrt(f) * z.next());
          }
          low = Math.min(low, square);
        }
        return low;
      }).sort((a, b) => a - b);
      return [name, [(least[29] + least[30]) / 2]];
    })
  );
}

/** The least f(x), x in [low, high], by golden section on log x; where it is. */
export function least(f: (x: number) => number, low: number, high: number): [number, number] {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [Math.log(low), Math.log(high)];
  for (let k = 0; k < 120; k++) {
    const [p, q] = [b - golden * (b - a), a + golden * (b - a)];
    if (f(Math.exp(p)) <= f(Math.exp(q))) b = q;
    else a = p;
  }
  const x = Math.exp((a + b) / 2);
  return [f(x), x];
}

/** N(ε/2)/N(ε) where N(η) = b ΔL/(ηλmin) / (ε²/(8 log(2/δ)) − (ηM/b) Tr F/λmin) is made least. */
export function boundedCalls(): Numbers {
  const {gap, smoothness: M, smallest, trace, delta} = budget;
  const [first, half] = tolerances.map(eps => {
    const room = eps ** 2 / (8 * Math.log(2 / delta));
    const edge = (room * smallest) / (M * trace);
    return least(
      eta => gap / (eta * smallest) / (room - (eta * M * trace) / smallest),
      edge * 1e-6,
      edge * (1 - 1e-9)
    )[0];
  });
  return {"N(ε/2)/N(ε)": [half / first]};
}

/** The same for SGD itself on quadratics with two stiff directions and a flat one of curvature 2ε². */
export function familyCalls(): Numbers {
  const {smoothness, metric, gap, stiff} = family;
  const [first, half] = tolerances.map(eps => {
    const flat = (2 * eps ** 2 * metric) / gap;
    const curvatures = [...new Array<number>(stiff).fill(smoothness), flat];
    const initial = curvatures.map(h => (h === flat ? Math.sqrt((2 * gap) / flat) : 0));
    return leastCalls({curvatures, metric: curvatures.map(() => metric), initial}, eps ** 2).calls;
  });
  return {"N(ε/2)/N(ε)": [half / first]};
}

/** N of the first problem over N of the second, F as told, both from a gradient of unit dual norm. */
function callRatioWith(metricOf: (h: readonly number[]) => readonly number[]): Numbers {
  const [first, second] = specified.curvatures.map(h => {
    const metric = metricOf(h);
    const initial = h.map((x, i) => (i === 1 ? Math.sqrt(metric[i]) / x : 0));
    return leastCalls({curvatures: h, metric, initial}, specified.squaredTolerance).calls;
  });
  return {"N of one over N of the other": [first / second]};
}
export const callsWithHessian = () => callRatioWith(h => h);
export const callsWithIdentity = () => callRatioWith(h => h.map(() => 1));

/** The least ΔL/(ηTλmin) + ηM Tr F/λmin at b = 1, and its η. */
export function minimisedTerms(): Numbers {
  const {gap, smoothness: M, smallest, trace, calls} = budget;
  return Object.fromEntries(
    calls.map(N => [
      `N = ${N}`,
      [...least(eta => (gap / (eta * N) + eta * M * trace) / smallest, 1e-9, 1 / (4 * M))]
    ])
  );
}

/** The least value of the bound over η ≤ 1/(4M), over that at b = 1; F = I. */
function boundAt(b: number): number {
  const {curvatures: h, initial, calls: N} = spent;
  const M = Math.max(...h);
  const gap = h.reduce((sum, x, i) => sum + (x * initial[i] ** 2) / 2, 0);
  return least(eta => (gap * b) / (eta * N) + (eta * M * h.length) / b, 1e-12, 1 / (4 * M))[0];
}
export const boundsByBatch = (): Numbers =>
  Object.fromEntries(spent.batchSizes.map(b => [`b = ${b}`, [boundAt(b) / boundAt(1)]]));
export const boundAtEighth = (): Numbers => ({"b = N/8": [boundAt(spent.calls / 8) / boundAt(1)]});

/** The least T over η ≤ 1/(4M) for which the bound is below ε². */
export function leastIterations(): Numbers {
  const {gap, smoothness: M, smallest, trace, delta, squaredTolerance, batchSizes} = budget;
  const room = squaredTolerance / (8 * Math.log(2 / delta));
  return Object.fromEntries(
    batchSizes.map(b => {
      const edge = Math.min((room * smallest * b) / (M * trace), 1 / (4 * M));
      const steps = (eta: number) =>
        gap / (eta * smallest) / (room - (eta * M * trace) / (b * smallest));
      return [`b = ${b}`, [least(steps, edge * 1e-6, edge * (1 - 1e-9))[0]]];
    })
  );
}

const conditions = (metric: (hessian: Rows) => Rows): Numbers =>
  Object.fromEntries(
    pairs.slice(1).map(({name, hessian}) => {
      const F = metric(hessian);
      return [name, [largest(F, identity(F.length)) / smallestEigenvalue(F)]];
    })
  );
export const conditionOfIdentity = () => conditions(h => identity(h.length));
export const conditionOfHessian = () => conditions(h => h);

/** Tr F over λmin(F), the latter by bisection. */
export const traces = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, noise}) => [
      name,
      [noise.reduce((sum, row, i) => sum + row[i], 0) / smallestEigenvalue(noise)]
    ])
  );
