import {execute, inProcess} from "../../simulate/execute.js";
import {stateOf} from "../../simulate/summary.js";
import {
  type BoundPair,
  cubic,
  flatteningPairs,
  gentle,
  gradedPairs,
  planePairs,
  products,
  rescaled,
  schedules,
  weightExponents
} from "../boundCases.js";
import {multiply, product, scale, smallestEigenvalue, trace} from "../brute/arrays.js";
import {sampled} from "../brute/sampled.js";
import {binaryModel, type Rows} from "../cases.js";
import type {Context, Numbers, Samples} from "../claim.js";
import {tenDimensional} from "../fisherCases.js";

const perPair = (pairs: readonly BoundPair[], f: (pair: BoundPair) => number): Numbers =>
  Object.fromEntries(pairs.map(pair => [pair.name, [f(pair)]]));

/** b·E g gᵀ over every batch of two labelled inputs, at the parameters that drew the labels. */
export function batches(): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const draws = inputs.flatMap(x => {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    const p = 1 / (1 + Math.exp(-logit));
    return [0, 1].map(y => ({
      weight: (y === 1 ? p : 1 - p) / inputs.length,
      gradient: x.map(v => (p - y) * v)
    }));
  });
  const sums = new Array<number>(d * d).fill(0);
  for (const one of draws)
    for (const two of draws)
      for (let k = 0; k < d * d; k++) {
        const [i, j] = [Math.floor(k / d), k % d];
        const g = (n: number) => (one.gradient[n] + two.gradient[n]) / 2;
        sums[k] += 2 * one.weight * two.weight * g(i) * g(j);
      }
  return {"logistic regression": sums};
}

/** Second differences of the expected loss at its minimum. */
export function differences(): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const logitOf = (x: readonly number[], at: readonly number[]) =>
    x.reduce((sum, v, i) => sum + v * at[i], 0);
  const loss = (at: readonly number[]) =>
    inputs.reduce((sum, x) => {
      const p = 1 / (1 + Math.exp(-logitOf(x, parameters)));
      const z = logitOf(x, at);
      return sum + (Math.log(1 + Math.exp(z)) - p * z) / inputs.length;
    }, 0);
  const step = 1e-3;
  const moved = (i: number, s: number, j: number, t: number) => {
    const at = [...parameters];
    at[i] += s * step;
    at[j] += t * step;
    return loss(at);
  };
  return {
    "logistic regression": Array.from({length: d * d}, (_, k) => {
      const [i, j] = [Math.floor(k / d), k % d];
      const cross =
        moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1);
      return cross / (4 * step * step);
    })
  };
}

const {factor, batchSize, curvatures} = tenDimensional;

/** The diagonal of LLᵀ, L the factor of the noise that the experiments draw with. */
export const noiseOfExperiments = (): Numbers => ({
  "diagonal of F": factor.map(row => row.reduce((sum, x) => sum + x * x, 0))
});

/** b·E θᵢ²/η² after one step from the minimum. */
export async function singleSteps({seed}: Context): Promise<Samples> {
  const learningRate = 0.001;
  const spec = {
    experiment: "claim noise of a step",
    seed,
    replicates: 4000,
    cells: [
      {
        parameters: {},
        hessianEigenvalues: curvatures,
        noiseFactor: {lower: factor},
        batchSize,
        learningRate,
        steps: 1
      }
    ]
  };
  const [result] = await execute(spec, inProcess(spec));
  return {
    "diagonal of F": curvatures.map((_, i) =>
      sampled(stateOf(result, i).map(x => (batchSize * x * x) / learningRate ** 2))
    )
  };
}

const columns = (f: Rows): number[][] => {
  const [[a, b], [, c]] = f;
  const root = Math.sqrt(a);
  const rest = Math.sqrt(c - (b * b) / a);
  return [
    [root, b / root],
    [0, rest]
  ];
};

/** The largest (E V′ − (1 − 2µη)V − η² Tr F²)/(η²V) over directions, at an enormous η. */
export const drifts = (): Numbers =>
  perPair(planePairs, ({hessian: h, metric: f}) => {
    const eta = 1e8;
    const form = (m: Rows, v: readonly number[]) =>
      v.reduce((sum, x, i) => sum + x * (m[i][0] * v[0] + m[i][1] * v[1]), 0);
    // Four equally likely kicks ±√2·column have the covariance F.
    const kicks = columns(f).flatMap(column =>
      [1, -1].map(s => column.map(x => s * Math.SQRT2 * x))
    );
    const traceSquare = trace(multiply(f, f));
    const least = (angle: number) => {
      const v = [Math.cos(angle) * 1e4, Math.sin(angle) * 1e4];
      const pull = h.map(row => row[0] * v[0] + row[1] * v[1]);
      const after = kicks.reduce(
        (sum, kick) =>
          sum +
          form(
            f,
            v.map((x, i) => x - eta * (pull[i] + kick[i]))
          ) /
            4,
        0
      );
      return (after - eta * eta * traceSquare) / (eta * eta * form(f, v));
    };
    let best = 0;
    for (let k = 1; k < 4000; k++)
      if (least((k * Math.PI) / 4000) > least((best * Math.PI) / 4000)) best = k;
    let [low, high] = [((best - 1) * Math.PI) / 4000, ((best + 1) * Math.PI) / 4000];
    for (let i = 0; i < 50; i++) {
      const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
      if (least(p) > least(q)) high = q;
      else low = p;
    }
    return least(low);
  });

const coercive = [...planePairs.slice(0, 2), ...gradedPairs];
const byBisection = ({hessian, metric}: BoundPair) =>
  -smallestEigenvalue(scale(product(hessian, metric, hessian), -1), metric);

export const largestQuotients = (): Numbers => perPair(coercive, byBisection);
export const largestQuotientsFlattening = (): Numbers => perPair(flatteningPairs, byBisection);

/** ‖B‖² of B = F^½HF^−½ in F's eigenbasis, by power iteration. */
function byIteration({hessian, metric}: BoundPair): number {
  const f = metric.map((row, i) => row[i]);
  const b = hessian.map((row, i) => row.map((x, j) => x * Math.sqrt(f[i] / f[j])));
  let v = f.map(() => 1);
  let square = 0;
  for (let k = 0; k < 400; k++) {
    const up = b.map(row => row.reduce((sum, x, j) => sum + x * v[j], 0));
    const back = v.map((_, j) => b.reduce((sum, row, i) => sum + row[j] * up[i], 0));
    square = Math.hypot(...back) / Math.hypot(...v);
    const size = Math.hypot(...back);
    v = back.map(x => x / size);
  }
  return square;
}

const turned = ({name, hessian: h, metric: f}: BoundPair): BoundPair => {
  if (f.length !== 2 || f[0][1] === 0) return {name, hessian: h, metric: f};
  const angle = Math.atan2(2 * f[0][1], f[0][0] - f[1][1]) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const r = [
    [c, s],
    [-s, c]
  ];
  const back = [
    [c, -s],
    [s, c]
  ];
  return {name, hessian: product(r, h, back), metric: product(r, f, back)};
};
export const iterated = (): Numbers => perPair(coercive, pair => byIteration(turned(pair)));
export const iteratedFlattening = (): Numbers => perPair(flatteningPairs, byIteration);

/** The largest (E V′ − η²)/V for h = θ − θ²/2 on |θ| ≤ r, under a law of the noise of variance 1. */
function cubicDrift(law: readonly (readonly [number, number])[]): Numbers {
  return {
    "three rates": cubic.rates.map(eta => {
      let most = -Infinity;
      for (let k = 1; k <= 200; k++)
        for (const sign of [-1, 1]) {
          const theta = (sign * k * cubic.radius) / 200;
          const h = theta - (theta * theta) / 2;
          const after = law.reduce((sum, [z, p]) => sum + p * (theta - eta * (h + z)) ** 2, 0);
          most = Math.max(most, (after - eta * eta) / (theta * theta));
        }
      return most;
    })
  };
}
const coin: readonly (readonly [number, number])[] = [
  [-1, 0.5],
  [1, 0.5]
];
const hermite: readonly (readonly [number, number])[] = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6]
];
export const cubicCoin = (): Numbers => cubicDrift(coin);
export const cubicHermite = (): Numbers => cubicDrift(hermite);

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

/** Exponents of the exact risk, the noise and the metric being F, H = diag(1, 4) throughout. */
export function slopes(): Numbers {
  const [{hessian: h}] = planePairs;
  const [p, q] = [h[0][0], h[1][1]];
  const entries = schedules.map(eta0 =>
    [[p, p] as const, [p, q] as const, [q, q] as const].map(([x, y]) =>
      gains(x, y, eta0, quadrupled)
    )
  );
  return Object.fromEntries(
    planePairs.map(({name, metric: f}) => [
      name,
      entries.map(([first, cross, last]) =>
        limitingSlope(
          quadrupled.map(
            (_, k) => f[0][0] ** 2 * first[k] + 2 * f[0][1] ** 2 * cross[k] + f[1][1] ** 2 * last[k]
          )
        )
      )
    ])
  );
}

/** T·E V_T for one curvature, extrapolated from T and 2T along 1/T. */
export const leading = (): Numbers =>
  Object.fromEntries(
    rescaled.map(({name, hessian, metric, eta0}) => {
      const [first, last] = gains(hessian, hessian, eta0, [50_000, 100_000]);
      const squares = metric.reduce<number>((sum, f) => sum + f * f, 0);
      return [name, [squares * (200_000 * last - 50_000 * first)]];
    })
  );

export const traceSquares = (): Numbers =>
  perPair([...planePairs, ...gradedPairs], ({metric}) =>
    metric.flat().reduce((sum, x) => sum + x * x, 0)
  );

/** Exponents of Σ (t/T)ᵖ t⁻² and of the remainder with p = 1.4 and ρ = √t, term by term. */
export function weights(): Numbers {
  const from = [1536, 6144, 24_576, 98_304];
  const slope = (power: number, p: number) => {
    let sum = 0;
    let t = 1;
    const sums = from.map(T => {
      for (; t < T; t++) sum += t ** (power + p);
      return sum / T ** p;
    });
    return limitingSlope(sums);
  };
  return {
    "Σ (t/T)ᵖ t⁻²": weightExponents.map(p => slope(-2, p)),
    "remainder, ρ = √t": [slope(-1.5, 1.4)]
  };
}

/** Decaying steps over the plateau of a constant step η_T, by two recursions; one curvature. */
function overPlateau(product: number): number {
  const steps = 200_000;
  let risk = 0;
  // From where the steps are stable on; what came before is forgotten as T^{−2η₀µ}.
  const from = Math.ceil(product);
  for (let t = from; t < steps; t++) risk = (1 - product / t) ** 2 * risk + (product / t) ** 2;
  const eta = product / steps;
  let plateau = 0;
  for (let t = 0; t < (12 * steps) / product; t++) plateau = (1 - eta) ** 2 * plateau + eta ** 2;
  return risk / plateau;
}
/** Tr FΣ of the constant step 10⁻³ with F = H = diag(µ, 1), at µ = ½ over µ = 1. */
function plateauRatio(): number {
  const at = (mu: number) => {
    let [slow, fast] = [0, 0];
    for (let t = 0; t < 30_000; t++) {
      slow = (1 - 1e-3 * mu) ** 2 * slow + 1e-6 * mu;
      fast = (1 - 1e-3) ** 2 * fast + 1e-6;
    }
    return mu * slow + fast;
  };
  return at(0.5) / at(1);
}
export const quasiStatic = (): Numbers => ({"risk over plateau": [overPlateau(5000)]});
export const notQuasiStatic = (): Numbers => ({
  "risk over plateau, η₀µ = 0.6": [overPlateau(0.6)],
  "plateau at µ_F/2 over plateau at µ_F, F = H": [plateauRatio()]
});

/** Slope of log risk against log Tb, from a start at distance 1, one curvature, η₀ = 1.5. */
function matched(of: readonly {T: number; b: number}[]): number {
  const [first, last] = of.map(({T, b}) => {
    let [mean, variance] = [1, 0];
    for (let t = 1; t < T; t++) {
      mean *= 1 - 1.5 / (t + 4);
      variance = (1 - 1.5 / (t + 4)) ** 2 * variance + (1.5 / (t + 4)) ** 2 / b;
    }
    return {N: T * b, risk: mean * mean + variance};
  });
  return Math.log(last.risk / first.risk) / Math.log(last.N / first.N);
}
export const longer = (): Numbers => ({
  "T grows at b = 64": [
    matched([
      {T: 50_000, b: 64},
      {T: 200_000, b: 64}
    ])
  ]
});
export const larger = (): Numbers => ({
  "b grows at T = 10": [
    matched([
      {T: 10, b: 1000},
      {T: 10, b: 4000}
    ])
  ]
});

const perProduct = (f: (a: number, c0: number) => number): Numbers =>
  Object.fromEntries(products.map(({a, c0}) => [`a = ${a}, c₀ = ${c0}`, [f(a, c0)]]));

/** T^aΠ_{1,T}, factor by factor to T = 2·10⁵. */
export const directProducts = (): Numbers =>
  perProduct((a, c0) => {
    let running = 1;
    for (let k = 1; k < 200_000; k++) running *= 1 - a / k + c0 / (k * k);
    return running * 200_000 ** a;
  });

/** The largest |Π_{t+1,T}|(T/t)^p over 1 ≤ t < T at T = 20 000, backwards from T. */
const largestProducts = (more: number) => (): Numbers =>
  perProduct((a, c0) => {
    const T = 20_000;
    let most = 0;
    let running = 1;
    for (let t = T - 1; t >= 1; t--) {
      most = Math.max(most, Math.abs(running) * (T / t) ** (a + more));
      running *= 1 - a / t + c0 / (t * t);
    }
    return most;
  });
export const worstProducts = largestProducts(0);
export const worstProductsSteeper = largestProducts(1);

/** E‖θ_T − θ⋆‖²_F, the second moment carried entry by entry, F diagonal. */
export const secondMoments = (): Numbers =>
  Object.fromEntries(
    gentle.pairs.flatMap(({name, hessian: h, metric: f}) =>
      gentle.eta0.map(eta0 => {
        const [x, y] = gentle.start;
        let [p, q, r] = [x * x, x * y, y * y];
        let t = 1;
        const risks = gentle.horizons.map(T => {
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
        return [`${name}, η₀ = ${eta0}`, risks];
      })
    )
  );
