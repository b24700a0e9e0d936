import {limit} from "../brute/limit.js";
import {simpson} from "../brute/quadrature.js";
import {
  draws,
  type LightTail,
  type RowSum,
  readAt,
  type StableNoise,
  type Tailed,
  type Transform
} from "../cases/assumption.js";

/** Φ by its series. */
function bell(z: number): number {
  let [sum, term] = [z, z];
  for (let k = 1; k < 80; k++) {
    term *= (-z * z) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

/** P(Γ_B ≤ x) = 1 − e^{−x} Σ_{k<B} xᵏ/k!. */
function gamma(B: number, x: number): number {
  let [sum, term] = [0, 1];
  for (let k = 0; k < B; k++) {
    sum += term;
    term *= x / (k + 1);
  }
  return 1 - Math.exp(-x) * sum;
}

/** The largest f on (low, high), where f has one hump, by golden sections. */
function highest(f: (x: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let i = 0; i < 60; i++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (f(left) > f(right)) b = right;
    else a = left;
  }
  return f((a + b) / 2);
}

/** √B times the distance of a sum of B = 1/h gradients from the normal law. */
const skewed = (shape: number) => (h: number) => {
  const B = Math.round(1 / h);
  const gap = (z: number) => gamma(B * shape, B * shape + z * Math.sqrt(B * shape)) - bell(z);
  return [Math.sqrt(B) * highest(gap, -0.7, 0.7)];
};

/** Distance and Lindeberg's sum, of gradients that one sample in B = 1/h has. */
function rare(h: number) {
  const B = Math.round(1 / h);
  // P(no more than one of B), where the distance is largest
  const q = (1 - h) ** B;
  // of the two values 1 − h and −h of a sample, the first is beyond half of s = √(1 − h)
  return [q + (B * h * q) / (1 - h) - bell(0), (B * h * (1 - h) ** 2) / (1 - h)];
}

/** Lindeberg's sum of thirty normal terms. */
function growing(growth: number): number {
  const squareBeyond = (c: number) =>
    (2 * simpson(z => z * z * Math.exp((-z * z) / 2), Math.min(c, 30), 40)) /
    Math.sqrt(2 * Math.PI);
  const terms = Array.from({length: 30}, (_, k) => growth ** k);
  const s2 = terms.reduce((sum, x) => sum + x, 0);
  return terms.reduce((sum, x) => sum + (x / s2) * squareBeyond(Math.sqrt(s2 / x) / 2), 0);
}

/** Exact distances of sums of B = 1/h samples, extrapolated to h = 0, and Lindeberg's sums. */
export function distances(sum: RowSum) {
  if ("growth" in sum) return growing(sum.growth);
  if ("shape" in sum) return limit(skewed(sum.shape), 1 / 8, 1, 6);
  return limit(rare, 1 / 8, 1, 8)[sum.asked === "distance" ? 0 : 1];
}

/** 1 − E cos(ux) of a symmetric x with P(|x| > r) = r⁻², 2u²∫(1 − cos s)s⁻³ds from u on. */
function oneMinusCosine(u: number): number {
  const f = (s: number) => (2 * Math.sin(s / 2) ** 2) / s ** 3;
  const end = 200 * Math.PI;
  const low = simpson(w => f(Math.exp(w)) * Math.exp(w), Math.log(u), 0, 40_000);
  // beyond: ∫s⁻³ and the first term of ∫cos s·s⁻³
  const tail = 0.5 / end ** 2 - 3 / end ** 4;
  return 2 * u * u * (low + simpson(f, 1, end, 80_000) + tail);
}

/** −N log E cos(tx/√N), and over ½t² with √(N log N) for √N. */
export function normings({t}: LightTail) {
  const exponent = (n: number, norming: number) => -n * Math.log1p(-oneMinusCosine(t / norming));
  const plain = draws.map(n => exponent(n, Math.sqrt(n)));
  return [
    ...plain.slice(1).map((x, i) => x - plain[i]),
    ...draws.map(n => (2 * exponent(n, Math.sqrt(n * Math.log(n)))) / (t * t))
  ];
}

/** The characteristic function step by step from 0: log φ(t) ← log φ(at) − |ηct|^α, until nothing is added. */
export function characteristic({alpha, step}: StableNoise) {
  return readAt.map(u => {
    let [log, t] = [0, u];
    for (let k = 0; k < 100_000 && Math.abs(t) > 1e-16 ** (1 / alpha) * u; k++) {
      log -= Math.abs(step * t) ** alpha;
      t *= 1 - step;
    }
    return Math.exp(log);
  });
}

/** Moments carried from step to step until they rest, and how the width depends on a small rate. */
export function moments(noise: Tailed) {
  if ("alpha" in noise)
    return limit(h => [Math.log2(width(h, noise.alpha) / width(h / 2, noise.alpha))], 0.1, 1, 6);
  const {values, probabilities, step} = noise;
  const kick = (power: number) =>
    values.reduce((sum, x, i) => sum + probabilities[i] * (step * x) ** power, 0);
  const a = 1 - step;
  let [m2, m3, m4] = [0, 0, 0];
  for (let k = 0; k < 300; k++) {
    m4 = a ** 4 * m4 + 6 * a * a * m2 * kick(2) + kick(4);
    m3 = a ** 3 * m3 + kick(3);
    m2 = a * a * m2 + kick(2);
  }
  return [m2, m3 / m2 ** 1.5, m4 / m2 ** 2 - 3];
}

/** The scale of the stable law that steps of η add up to. */
function width(eta: number, alpha: number): number {
  let [sum, size] = [0, eta];
  for (let k = 0; k < 40 / eta; k++) {
    sum += size ** alpha;
    size *= 1 - eta;
  }
  return sum ** (1 / alpha);
}

/** E exp(−s Σx²/n^{2/α}) of n = 1/h independent |x| with P(|x| > r) = r^{−α} from 1 on, extrapolated to h = 0. */
export function dataSets({alpha, s}: Transform) {
  // One sample's 1 − E exp(−qx²) = ∫₀¹ 1 − exp(−q t^{−2/α}) dt, t = e^{−w}.
  const one = (q: number) => {
    const f = (w: number) => -Math.expm1(-q * Math.exp((2 * w) / alpha)) * Math.exp(-w);
    return simpson(f, 0, 40, 5120);
  };
  return limit(h => [Math.exp(Math.log1p(-one(s * h ** (2 / alpha))) / h)], 1 / 16, 1, 7);
}
