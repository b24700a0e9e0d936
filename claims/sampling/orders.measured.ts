import {atRest, spread, transitions} from "../brute/orderWalk.js";
import {eliminated} from "../brute/stationaryByElimination.js";
import type {
  recordings,
  scenarioCounts,
  sharedOrders,
  twoOrders,
  uniformOrders
} from "../cases/orders.js";

type Uniform = (typeof uniformOrders)[number];

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** x ← x + s(q − k/b), k of b demands at most x, on the lattice that it reaches from q, some eight deviations each way. */
function uniformLaw({i, m, batchSize: b, step}: Uniform) {
  const common = divisor(i * b, m);
  const unit = (step * common) / (b * m);
  const q = i / m;
  const half = Math.ceil((6 * Math.sqrt((step * q * (1 - q)) / b)) / unit);
  const places = Array.from({length: 2 * half + 1}, (_, k) => q + (k - half) * unit);
  const matrix = transitions({
    places,
    draws: 1,
    moves: x => {
      const share = Math.min(1, Math.max(0, x));
      let ways = 1;
      return Array.from({length: b + 1}, (_, k) => {
        if (k > 0) ways *= (b - k + 1) / k;
        return [(i * b - k * m) / common, ways * share ** k * (1 - share) ** (b - k)] as const;
      });
    }
  });
  return {places, matrix, law: atRest(matrix)};
}

export const single = (each: Uniform) => {
  const {places, law} = uniformLaw(each);
  return spread(places, law);
};

/** Σ of the covariances of all lags: 2 Σ π x g − Σ π x² with g − Pg = x − mean. */
export function average(each: Uniform) {
  const {places, matrix, law} = uniformLaw(each);
  const mean = law.reduce((sum, mass, i) => sum + mass * places[i], 0);
  const x = places.map(place => place - mean);
  const system = matrix.map((row, i) =>
    row.map((chance, j) => (i === j ? 1 : 0) - chance + law[j])
  );
  const g = eliminated(system, x);
  return law.reduce((sum, mass, i) => sum + mass * (2 * x[i] * g[i] - x[i] * x[i]), 0);
}

/** Two products: y ← y + (s/2b) Σ (1{D₁ > ½ + y, D₂ ≤ ½ − y} − 1{D₁ ≤ ½ + y, D₂ > ½ − y}); θ = √2 y. */
export function shared({batchSize: b, step}: (typeof sharedOrders)[number]) {
  const unit = step / (2 * b);
  const half = Math.ceil((6 * Math.sqrt(step / b / 8)) / unit);
  const places = Array.from({length: 2 * half + 1}, (_, k) => (k - half) * unit);
  const matrix = transitions({
    places,
    draws: b,
    moves: y => {
      const [first, second] = [0.5 + y, 0.5 - y].map(x => Math.min(1, Math.max(0, x)));
      const up = (1 - first) * second;
      const down = first * (1 - second);
      return [
        [1, up],
        [-1, down],
        [0, 1 - up - down]
      ];
    }
  });
  return 2 * spread(places, atRest(matrix));
}

/** The mean square over evenly likely demands, log(u/(1 − u)) times the width. */
export function difference({first, second, width}: (typeof twoOrders)[number]) {
  const points = 2_000_000;
  let sum = 0;
  for (let k = 0; k < points; k++) {
    const u = (k + 0.5) / points;
    const demand = width * Math.log(u / (1 - u));
    const gradient = (x: number) => (demand <= x ? 2 : 0);
    sum += (gradient(first) - gradient(second)) ** 2 / points;
  }
  return sum;
}

/** Demands at the whole numbers, p = h: steps of one part in 40 n of the distance between two of them. */
export function kink({demands: n}: (typeof recordings)[number]) {
  const unit = 1 / (40 * n);
  const median = (n + 1) / 2;
  const half = 20 * n;
  const places = Array.from({length: 2 * half}, (_, k) => median + (k - half + 0.5) * unit);
  const matrix = transitions({
    places,
    draws: 1,
    moves: x => {
      const share = Math.floor(x) / n;
      return [
        [-1, share],
        [1, 1 - share]
      ];
    }
  });
  return spread(places, atRest(matrix)) / (unit * unit);
}

/** ∫ ½a(x − q)² over the law of the k-th of n uniform demands, k = (n + 1)q, by Simpson's rule. */
export function reused({demands: n, level: q, both: a}: (typeof scenarioCounts)[number]) {
  const k = Math.round((n + 1) * q);
  const parts = 20_000;
  let [mass, sum] = [0, 0];
  for (let t = 0; t <= parts; t++) {
    const x = t / parts;
    const weight = (t === 0 || t === parts ? 1 : t % 2 ? 4 : 2) * x ** (k - 1) * (1 - x) ** (n - k);
    mass += weight;
    sum += weight * (a / 2) * (x - q) ** 2;
  }
  return sum / mass;
}
