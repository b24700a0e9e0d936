/** Values of functions of the sojourn time on a grid of width h from 0. */
interface Grid {
  readonly width: number;
  readonly points: number;
}

/** E[X; W = w] for X = 1, the derivative of W by μ and the score, on a grid. */
export interface SojournLaw {
  readonly density: Float64Array;
  readonly slope: Float64Array;
  readonly score: Float64Array;
}

/** What a mutant leaves out: that W′ begins anew with a busy period, or all scores but the last. */
export type Omission = "reset" | "earlier scores";

const gridOf = (mu: number, width = 0.004): Grid => ({
  width: width / mu,
  points: Math.ceil((30 * mu) / (mu - 1) / width)
});

/** ∫ f, by trapezoids. */
const integral = (f: Float64Array, {width}: Grid): number =>
  width * (f.reduce((sum, x) => sum + x, 0) - (f[0] + f[f.length - 1]) / 2);

/** ∫_q f(w) e^{−(w−q)} dw at each q: what is left after an exponential gap of rate 1. */
function afterGap(f: Float64Array, {width}: Grid): Float64Array {
  const out = new Float64Array(f.length);
  const kept = Math.exp(-width);
  for (let k = f.length - 2; k >= 0; k--)
    out[k] = kept * out[k + 1] + (width / 2) * (f[k] + kept * f[k + 1]);
  return out;
}

/** ∫ f(q) k(w − q) dq for k = μe^{−μt} and k = tμe^{−μt}. */
function withService(f: Float64Array, mu: number, {width}: Grid): [Float64Array, Float64Array] {
  const [first, second] = [new Float64Array(f.length), new Float64Array(f.length)];
  const kept = Math.exp(-mu * width);
  for (let k = 1; k < f.length; k++) {
    second[k] =
      kept * (second[k - 1] + width * first[k - 1]) + (width / 2) * mu * width * kept * f[k - 1];
    first[k] = kept * first[k - 1] + (width / 2) * mu * (kept * f[k - 1] + f[k]);
  }
  return [first, second];
}

/**
 * The laws of the first `customers` sojourn times of M/M/1 from empty, arrivals of rate 1, by Lindley's recursion
 * for densities.
 */
export function* sojournLaws(
  mu: number,
  customers: number,
  omit?: Omission
): Generator<SojournLaw> {
  const grid = gridOf(mu);
  const at = (f: (w: number) => number) =>
    Float64Array.from({length: grid.points}, (_, k) => f(k * grid.width));
  const service = at(w => mu * Math.exp(-mu * w));
  const timed = at(w => w * mu * Math.exp(-mu * w));
  let law: SojournLaw = {
    density: service,
    slope: timed.map(x => -x / mu),
    score: service.map((x, k) => x / mu - timed[k])
  };
  yield law;
  for (let k = 1; k < customers; k++) {
    const [density, slope, score] = [law.density, law.slope, law.score].map(f => afterGap(f, grid));
    // At 0 stands ∫ f(w) e^{−w} dw: of the customers who find nobody.
    const [empty, emptySlope, emptyScore] = [density[0], slope[0], score[0]];
    const [plain, weighted] = withService(density, mu, grid);
    const [sloped] = withService(slope, mu, grid);
    const [scored] = withService(score, mu, grid);
    const next = plain.map((x, i) => x + empty * service[i]);
    const served = weighted.map((x, i) => x + empty * timed[i]);
    const kept = omit === "reset" ? emptySlope : 0;
    const earlier = omit === "earlier scores" ? 0 : 1;
    law = {
      density: next,
      slope: sloped.map((x, i) => x + kept * service[i] - served[i] / mu),
      score: scored.map(
        (x, i) => earlier * (x + emptyScore * service[i]) + next[i] / mu - served[i]
      )
    };
    yield law;
  }
}

/** (1/n) Σ of E Wₖ, E Wₖ′ and E WₖZₖ. */
export function finiteMeans(mu: number, customers: number, omit?: Omission) {
  const grid = gridOf(mu);
  let [mean, slope, score] = [0, 0, 0];
  for (const law of sojournLaws(mu, customers, omit)) {
    mean +=
      integral(
        law.density.map((x, k) => x * k * grid.width),
        grid
      ) / customers;
    slope += integral(law.slope, grid) / customers;
    score +=
      integral(
        law.score.map((x, k) => x * k * grid.width),
        grid
      ) / customers;
  }
  return {mean, slope, score};
}

/**
 * 1 + 2 Σ corr(V₀, Vₖ) of waiting times V at rest, service of rate 1/ρ: the law at rest times v is carried on by
 * Lindley's recursion, and its mean taken, until nothing is left of the covariance.
 */
export function dependenceOfWaits(load: number): number {
  const mu = 1 / load;
  const grid = gridOf(mu, 0.005);
  // The wait at rest: nothing with probability 1 − ρ, else exponential of rate μ − 1.
  const tail = Float64Array.from(
    {length: grid.points},
    (_, k) => load * (mu - 1) * Math.exp(-(mu - 1) * k * grid.width)
  );
  const times = (f: Float64Array) => f.map((x, k) => x * k * grid.width);
  const mean = integral(times(tail), grid);
  const variance = integral(times(times(tail)), grid) - mean * mean;
  // E[V₀ − E V₀; V = v], which begins with an atom at 0.
  let atom = (1 - load) * -mean;
  let signed: Float64Array = tail.map((x, k) => x * (k * grid.width - mean));
  const service = signed.map((_, k) => mu * Math.exp(-mu * k * grid.width));
  let sum = 0;
  for (let lag = 1; lag < 4000; lag++) {
    const [plain] = withService(signed, mu, grid);
    const left = afterGap(
      plain.map((x, k) => x + atom * service[k]),
      grid
    );
    atom = left[0];
    signed = left;
    const covariance = grid.width * grid.width * signed.reduce((total, x, k) => total + k * x, 0);
    sum += covariance;
    if (Math.abs(covariance) < 1e-7 * variance) break;
  }
  return 1 + (2 * sum) / variance;
}
