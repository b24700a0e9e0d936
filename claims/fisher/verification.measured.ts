import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {quadraticForm, scale} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {decayingCovariance} from "../brute/decayingCovariance.js";
import {eigenvectorsByPowers} from "../brute/eigenvectorsByPowers.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {benchmark, probits, tenDimensional, tenDimensionalRuns} from "../cases/fisher.js";
import type {Context, Named, Sampled} from "../ledger/claim.js";

const {curvatures, noise, batchSize, learningRate, replicates, steps, burnIn} = benchmark;
const H = [
  [curvatures[0], 0],
  [0, curvatures[1]]
];

/** ∫ e^{−ηHs} (2η/b)F e^{−ηHs} ds, the law that (47) settles into. */
export const integrals = ({eta}: {eta: number}) =>
  lyapunovIntegral(scale(H, eta), scale(noise, (2 * eta) / batchSize));

const oscillation = (b: number, length: number) => ({
  form: "eulerMaruyama" as const,
  hessianEigenvalues: curvatures,
  noiseFactor: {diagonal: [1, 1]},
  batchSize: b,
  learningRate,
  burnIn: 1_000,
  steps: 1_000 + length
});

const both = [
  [0, 0],
  [1, 1]
] as const;

/** The slope of log variance on log b over four batch sizes, each with noise of its own. */
export async function simulatedSlopes(_: Named, context: Context): Promise<Sampled[]> {
  const sizes = [1, 8, 64, 512];
  const cells = await stationarySecondMoments(
    "Figure 2",
    context,
    sizes.map(b => ({name: `b = ${b}`, cell: oscillation(b, 8_000), keep: both}))
  );
  const x = sizes.map(b => Math.log(b));
  const centre = x.reduce((s, v) => s + v, 0) / x.length;
  const spread = x.reduce((s, v) => s + (v - centre) ** 2, 0);
  const slope = (i: number): Sampled => {
    const means = sizes.map(b => sampled(cells[`b = ${b}`][i]));
    const weights = x.map(v => (v - centre) / spread);
    return {
      value: means.reduce((s, m, k) => s + weights[k] * Math.log(m.value), 0),
      standardError: Math.sqrt(
        means.reduce((s, m, k) => s + (weights[k] * (m.standardError / m.value)) ** 2, 0)
      ),
      effectiveSamples: means[0].effectiveSamples
    };
  };
  return [slope(0), slope(1)];
}

/** As Figure 7 is printed. */
export const printedAxes = () => [60, 12];

/** The N of Table 5. */
export const printedSamples = () => [38_400, 76_800, 153_600, 307_200, 614_400];

/** The figures and tables of the paper that show computed numbers. */
export const captions = () => [...[2, 3, 4, 5, 6, 7, 8, 9, 10], ...[4, 5]];

const {curvatures: h, anisotropic, isotropic, batchSize: b} = tenDimensional;

/** d log Risk / d log N from T = 2¹⁸ to twice that, each mode by its own recursion. */
export function localSlope() {
  const half = 2 ** 18;
  const variances = h.map(() => 0);
  const risk = () => variances.reduce((s, v, i) => s + h[i] * v, 0);
  let early = 0;
  for (let t = 0; t < 2 * half; t++) {
    const eta = 1.2 / (t + 50);
    for (let i = 0; i < h.length; i++)
      variances[i] = (1 - eta * h[i]) ** 2 * variances[i] + (eta * eta * anisotropic[i][i]) / b;
    if (t === half - 1) early = risk();
  }
  return Math.log2(risk() / early);
}

/**
 * Three standard errors, relative, of the variance from the printed 500 runs: from the spread of time
 * averages of 512 shorter runs, which falls as the root of their length.
 */
export async function threeErrors(_: Named, context: Context): Promise<number[]> {
  const length = 12_000;
  const cells = await stationarySecondMoments("promise", context, [
    {name: "run", cell: oscillation(64, length), keep: both}
  ]);
  const relative = (i: number) => {
    const {value, standardError, effectiveSamples} = sampled(cells["run"][i]);
    const one = (standardError * Math.sqrt(effectiveSamples)) / value;
    return (3 * one * Math.sqrt(length / (steps - burnIn))) / Math.sqrt(replicates);
  };
  return [relative(0), relative(1)];
}

/** The stiff variance of the recursion over that of the diffusion, less one; and √(2/499). */
export function elsewhere() {
  const I = [
    [1, 0],
    [0, 1]
  ];
  const recursion = steadyCovariance({
    hessian: H,
    noise: scale(I, 2 / learningRate / batchSize),
    rate: learningRate
  })[0][0];
  const diffusion = lyapunovIntegral(H, scale(I, 2 / batchSize))[0][0];
  return [recursion / diffusion - 1, Math.sqrt(2 / (replicates - 1))];
}

const rank = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

/** Ratios along each eigenvector, which the power method finds. */
function ratios(): number[] {
  const [one, other] = tenDimensionalRuns.map(run =>
    decayingCovariance(run, 2400, t => 1.2 / (t + 50))
  );
  const found = eigenvectorsByPowers(anisotropic, 2500);
  return found.map(v => quadraticForm(v, one) / quadraticForm(v, other));
}

export const recursedLeading = () => rank(ratios().slice(0, 3));
export const recursedRanks = () => rank(ratios());

/** Logistic fits of many data sets whose truth has a square: n times the squared error of each. */
export function fits(_: Named, {seed}: Context) {
  const {length, square} = probits.square;
  const [n, sets] = [1200, 420];
  const z = normals(uniforms({seed, experiment: "claim verification", cell: "fits", replicate: 0}));
  const slopes: number[][] = [[], []];
  const x = new Float64Array(2 * n);
  const y = new Float64Array(n);
  for (let set = 0; set < sets; set++) {
    for (let i = 0; i < n; i++) {
      const u = z.next();
      x[2 * i] = u;
      x[2 * i + 1] = z.next();
      y[i] = length * u + square * (u * u - 1) + z.next() > 0 ? 1 : 0;
    }
    let [p, q] = [2, 0];
    for (let iteration = 0; iteration < 6; iteration++) {
      let [gp, gq, pp, pq, qq] = [0, 0, 0, 0, 0];
      for (let i = 0; i < n; i++) {
        const [u, v] = [x[2 * i], x[2 * i + 1]];
        const s = 1 / (1 + Math.exp(-(p * u + q * v)));
        const bend = s * (1 - s);
        gp += (s - y[i]) * u;
        gq += (s - y[i]) * v;
        pp += bend * u * u;
        pq += bend * u * v;
        qq += bend * v * v;
      }
      const det = pp * qq - pq * pq;
      [p, q] = [p - (qq * gp - pq * gq) / det, q - (pp * gq - pq * gp) / det];
    }
    slopes[0].push(p);
    slopes[1].push(q);
  }
  const squares = (values: readonly number[]) => {
    const mean = values.reduce((s, v) => s + v, 0) / sets;
    return sampled(values.map(v => (n * (v - mean) ** 2 * sets) / (sets - 1)));
  };
  return slopes.map(squares);
}

/** The four largest eigenvalues of the matrix that is drawn from seed 7, by the power method. */
export function eigenvalues() {
  let rest = anisotropic.map(row => [...row]);
  const found: number[] = [];
  for (let k = 0; k < 4; k++) {
    let v = rest.map((_, i) => 1 + 0.1 * i);
    let value = 0;
    for (let step = 0; step < 800; step++) {
      const w = rest.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
      value = Math.hypot(...w);
      v = w.map(a => a / value);
    }
    found.push(value);
    rest = rest.map((row, i) => row.map((a, j) => a - value * v[i] * v[j]));
  }
  return found;
}

/** Mean risk of 200 short runs, in single precision and in double, from the same normals. */
const meanRisk = (seed: number, round: (x: number) => number): number => {
  const z = normals(
    uniforms({seed, experiment: "claim verification", cell: "rounding", replicate: 0})
  );
  const [runs, length] = [200, 150];
  let sum = 0;
  for (let r = 0; r < runs; r++) {
    const theta = h.map(() => 0);
    for (let t = 0; t < length; t++)
      for (let i = 0; i < h.length; i++) {
        const g = round(
          round(h[i] * theta[i]) + round(round(Math.sqrt(isotropic[i][i] / b)) * z.next())
        );
        theta[i] = round(theta[i] - round(0.005 * g));
      }
    sum += theta.reduce((s, x, i) => s + h[i] * x * x, 0);
  }
  return sum / runs;
};

/** What single precision changes: 10⁹ times the rounding of double. */
export const roundingChange = (_: Named, {seed}: Context) => {
  const [double, single] = [meanRisk(seed, x => x), meanRisk(seed, Math.fround)];
  return Math.abs(single / double - 1);
};

/** What other random numbers change, as a standard deviation of two such means. */
export const redrawnChange = () => Math.sqrt((2 * 2) / (10 * 2000));
