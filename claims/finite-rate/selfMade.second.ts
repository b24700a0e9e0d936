import {
  add,
  inverse,
  norm,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {loss} from "../brute/loss.js";
import {adamMap, information, selfMadeCovariance} from "../brute/selfMade.js";
import {summedResponses} from "../brute/summedResponses.js";
import {definite, type Pair, secondOrder, table, twoCurvatures} from "../cases/problems.js";
import {type OverBatch, type PlaneRun, plane, type Remembering} from "../cases/selfMade.js";

const {datasetSize: N, batchSize: S, learningRate: lambda, momentum: mu} = secondOrder;
const share = (N - S) / (N * S);

/** ⟨wwᵀ⟩ of d + 3 iterates that are stepped by what their own mean ⟨Kw wᵀK⟩ dictates, without noise. */
export const crowd = ({hessian, forgetting, steps}: Remembering) => {
  const d = hessian.length;
  let w = table(`self-made crowd d = ${d}`, d + 3, d);
  const mean = (rows: readonly number[][]): Square =>
    hessian.map((_, i) =>
      hessian.map((__, j) => rows.reduce((s, row) => s + row[i] * row[j], 0) / rows.length)
    );
  const gradientsOf = () => w.map(row => product([row], hessian)[0]);
  let average = mean(gradientsOf());
  for (let t = 0; t < steps; t++) {
    const g = gradientsOf();
    average = add(scale(average, 1 - forgetting), scale(mean(g), forgetting));
    const moves = product(g, scale(inverse(average), lambda));
    w = w.map((row, p) => row.map((x, i) => x - moves[p][i]));
  }
  return mean(w);
};

/** Σ ← Σ + ε(ΛCΛ/(1−µ) − ΛKΣ − ΣKΛ) until it rests. */
function flow(pair: Pair, rateOf: (s: Square) => Square, noiseOf: (s: Square) => Square): Square {
  const {hessian} = pair;
  let sigma = scale(inverse(hessian), lambda);
  for (let t = 0; t < 20_000; t++) {
    const rate = rateOf(sigma);
    const drift = product(rate, hessian, sigma);
    const change = scale(
      subtract(
        scale(product(rate, noiseOf(sigma), rate), 1 / (1 - mu)),
        add(drift, transpose(drift))
      ),
      0.1
    );
    sigma = add(sigma, change);
    if (norm(change) <= 1e-12 * norm(sigma)) return sigma;
  }
  throw new Error(`${pair.name}: the flow does not come to rest`);
}

/** What is left of the kicks C = sK(N−S)/(NS) after so many updates with Λ = λK⁻¹/s. */
const responses = ({hessian}: Pair, updates: number, s = 1) =>
  summedResponses(
    {
      hessian,
      noise: scale(hessian, share * s),
      rate: scale(inverse(hessian), lambda / s),
      momentum: mu
    },
    updates
  );

/** Tr KΣ of the discrete recursions stepped from rest, over that of their continuous flow at rest. */
export const corrections = (pair: Pair) => {
  const {hessian} = pair;
  const newton = responses(pair, 300);
  const newtonFlow = flow(
    pair,
    () => scale(inverse(hessian), lambda),
    () => scale(hessian, share)
  );
  // Corollary 6's point, found by scaling K⁻¹ until one step of many from rest returns it.
  let [low, high] = [0.1 * lambda, 20 * lambda];
  for (let i = 0; i < 30; i++) {
    const s = (low + high) / 2;
    if (loss(pair, responses(pair, 1200, s)) > loss(pair, scale(inverse(hessian), s))) low = s;
    else high = s;
  }
  const natural = scale(inverse(hessian), (low + high) / 2);
  const naturalFlow = flow(
    pair,
    s => scale(inverse(information(pair, s)), lambda),
    s => scale(information(pair, s), share)
  );
  return [
    loss(pair, newton) / loss(pair, newtonFlow),
    loss(pair, natural) / loss(pair, naturalFlow)
  ];
};

const normal = (s: Square) => scale(s, 1 / trace(s));

/** Σ/Tr Σ of Newton stepped from rest, and of the natural gradient's covariance map, µ = 0, from anywhere. */
export const shape = (pair: Pair) => {
  const {name, hessian} = pair;
  const natural = selfMadeCovariance({
    method: "natural",
    hessian,
    rate: lambda,
    ratio: share,
    forgetting: 0.5,
    start: scale(definite(`self-made shape ${name}`, hessian.length), lambda),
    steps: 260
  });
  return [normal(responses(pair, 600)), normal(natural)];
};

const {hessian} = plane;
const anisotropy = (sigma: Square) => sigma[0][0] / sigma[1][1];
/** Σ₁₁/Σ₂₂ of SGD stepped from rest, and of Adam by its covariance map. */
export const isotropic = ({rate, steps}: PlaneRun) => [
  anisotropy(summedResponses({hessian, noise: scale(hessian, 0.1), rate}, steps)),
  anisotropy(adamMap(rate, 0.1))
];

/** Tr Σ of Adam, by its covariance map. */
export const smaller = ({rate}: OverBatch) => trace(adamMap(rate, 1 / twoCurvatures.batchSize));
