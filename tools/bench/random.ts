import {streamState} from "../../lib/random/stream.js";
import {createKernel} from "../../lib/simulate/kernel.js";
import {chiSquareUpper} from "../../lib/statistics/chiSquare.js";
import {kolmogorovUpper} from "../../lib/statistics/kolmogorovSmirnov.js";
import {normalCdf, normalTwoSided} from "../../lib/statistics/normal.js";

/** One statistic of the kernel's normals and how likely a value as far out is. */
export interface QualityRow {
  readonly name: string;
  readonly observed: number;
  readonly expected: number;
  /** Two-sided for z-scores, upper for χ² and Kolmogorov–Smirnov. */
  readonly pValue: number;
}

export interface QualityOptions {
  /** How many draws, all told; rounded up to whole groups. */
  draws: number;
  seed: number;
  /** Draws per stream; the streams are those of replicates 0, 1, 2, … */
  perStream?: number;
  /** Replaces each stretch of normals (f32, four streams abreast) before it is counted. */
  tamper?: (z: Float32Array) => void;
}

const vectors = 2048;
const lags = [1, 2, 3, 4];
const tails = [4, 4.5, 5, 5.5];
const edge = 4;
const perUnit = 64;
const bins = 2 * edge * perUnit;
/** E zᵖ for p = 0 … 16. */
const gaussianMoments = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395, 0, 135135, 0, 2027025];

/**
 * Moments to order 8, χ² and Kolmogorov–Smirnov over the body, counts beyond 4, 4.5, 5 and 5.5 σ,
 * lag correlations within streams and correlations between neighbouring streams, of values and of
 * squares. Moments as (mean of zᵖ − E zᵖ)/√(Var zᵖ/n); correlations as Σ xy/√n.
 */
export async function randomQuality(options: QualityOptions): Promise<QualityRow[]> {
  const {draws, seed, perStream = 2 ** 18, tamper} = options;
  const kernel = await createKernel();
  const state = kernel.allocate(64);
  const out = kernel.allocate(16 * vectors);
  const words = new Uint32Array(kernel.memory.buffer, state, 16);
  const z = new Float32Array(kernel.memory.buffer, out, 4 * vectors);
  const counts = new Float64Array(bins + 2);
  const moments = new Float64Array(9);
  const beyond = new Float64Array(tails.length);
  const correlations = new Float64Array(2 * (lags.length + 1));
  const terms = new Float64Array(correlations.length);
  let n = 0;
  for (let group = 0; n < draws; group++) {
    for (let lane = 0; lane < 4; lane++) {
      const address = {seed, experiment: "random quality", cell: "", replicate: 4 * group + lane};
      for (const [i, word] of streamState(address).entries()) words[4 * i + lane] = word;
    }
    for (let done = 0; done < perStream; done += vectors, n += 4 * vectors) {
      kernel.normals(state, out, vectors / 2);
      tamper?.(z);
      countBody(z, counts, moments);
      countTails(z, beyond);
      for (const [k, lag] of lags.entries()) correlate(z, 4 * lag, 1, correlations, terms, 2 * k);
      correlate(z, 1, 4, correlations, terms, 2 * lags.length);
    }
  }
  return [
    ...momentRows(moments, n),
    ...bodyRows(counts, n),
    ...tails.map((x, k) => {
      const expected = n * normalTwoSided(x);
      const name = `draws beyond ${x} σ`;
      const score = (beyond[k] - expected) / Math.sqrt(expected);
      return {name, observed: beyond[k], expected, pValue: normalTwoSided(score)};
    }),
    ...Array.from(correlations, (sum, k) => {
      const square = k & 1 ? "squares" : "values";
      const lag = lags[k >> 1];
      const name = `correlation of ${square}, ${lag ? `lag ${lag}` : "neighbouring streams"}`;
      const score = sum / Math.sqrt(terms[k]) / (k & 1 ? 2 : 1);
      return {name, observed: score, expected: 0, pValue: normalTwoSided(score)};
    })
  ];
}

function countBody(z: Float32Array, counts: Float64Array, moments: Float64Array): void {
  let [m1, m2, m3, m4, m5, m6, m7, m8] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < z.length; i++) {
    const x = z[i];
    const bin = Math.floor((x + edge) * perUnit);
    counts[bin < 0 ? bins : bin >= bins ? bins + 1 : bin]++;
    const x2 = x * x;
    const x4 = x2 * x2;
    m1 += x;
    m2 += x2;
    m3 += x2 * x;
    m4 += x4;
    m5 += x4 * x;
    m6 += x4 * x2;
    m7 += x4 * x2 * x;
    m8 += x4 * x4;
  }
  for (const [k, m] of [m1, m2, m3, m4, m5, m6, m7, m8].entries()) moments[k + 1] += m;
}

function countTails(z: Float32Array, beyond: Float64Array): void {
  for (let i = 0; i < z.length; i++) {
    const x = Math.abs(z[i]);
    if (x > tails[0]) for (let k = 0; k < tails.length; k++) if (x > tails[k]) beyond[k]++;
  }
}

/** Adds Σ zᵢ zᵢ₊ₛ and Σ (zᵢ² − 1)(zᵢ₊ₛ² − 1), i every `stride`, and their numbers of terms. */
function correlate(
  z: Float32Array,
  shift: number,
  stride: number,
  sums: Float64Array,
  terms: Float64Array,
  at: number
): void {
  let values = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i + shift < z.length; i += stride, count++) {
    const x = z[i];
    const y = z[i + shift];
    values += x * y;
    squares += (x * x - 1) * (y * y - 1);
  }
  sums[at] += values;
  sums[at + 1] += squares;
  terms[at] += count;
  terms[at + 1] += count;
}

function momentRows(moments: Float64Array, n: number): QualityRow[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map(p => {
    const expected = gaussianMoments[p];
    const observed = moments[p] / n;
    const deviation = Math.sqrt((gaussianMoments[2 * p] - expected * expected) / n);
    const pValue = normalTwoSided((observed - expected) / deviation);
    return {name: `moment of order ${p}`, observed, expected, pValue};
  });
}

function bodyRows(counts: Float64Array, n: number): QualityRow[] {
  let chiSquare = 0;
  let cumulative = counts[bins];
  let worst = Math.abs(cumulative / n - normalCdf(-edge));
  const compare = (count: number, probability: number) => {
    chiSquare += (count - n * probability) ** 2 / (n * probability);
  };
  compare(counts[bins], normalCdf(-edge));
  compare(counts[bins + 1], normalCdf(-edge));
  for (let bin = 0; bin < bins; bin++) {
    const low = normalCdf(bin / perUnit - edge);
    const high = normalCdf((bin + 1) / perUnit - edge);
    // The upper half by symmetry: a difference of values near 1 has lost its digits.
    const mirrored = normalCdf(edge - bin / perUnit) - normalCdf(edge - (bin + 1) / perUnit);
    compare(counts[bin], 2 * bin < bins ? high - low : mirrored);
    cumulative += counts[bin];
    worst = Math.max(worst, Math.abs(cumulative / n - high));
  }
  const distance = worst * Math.sqrt(n);
  return [
    {
      name: `χ² over ${bins + 2} bins`,
      observed: chiSquare,
      expected: bins + 1,
      pValue: chiSquareUpper(chiSquare, bins + 1)
    },
    {
      name: "Kolmogorov–Smirnov √n D at the bins' edges",
      observed: distance,
      expected: Math.sqrt(Math.PI / 2) * Math.LN2,
      pValue: kolmogorovUpper(distance)
    }
  ];
}
