import {
  add,
  identity,
  inverse,
  norm,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {selfMadeCovariance} from "../brute/selfMade.js";
import {summedResponses} from "../brute/summedResponses.js";
import {definite, type Pair, pairs, secondOrder, table, twoCurvatures} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {datasetSize: N, batchSize: S, learningRate: lambda, momentum: mu} = secondOrder;
const share = (N - S) / (N * S);

/** ⟨wwᵀ⟩ of d + 3 iterates that are stepped by what their own mean ⟨Kw wᵀK⟩ dictates, without noise. */
const crowd = (forgetting: number, steps: number): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian}) => {
      const d = hessian.length;
      let w = table(`self-made crowd ${name}`, d + 3, d);
      const mean = (rows: readonly number[][]): Square =>
        hessian.map((_, i) =>
          hessian.map((__, j) => rows.reduce((s, row) => s + row[i] * row[j], 0) / rows.length)
        );
      const gradientsOf = () => w.map(row => product([row], hessian)[0]);
      let average = mean(gradientsOf());
      for (let t = 0; t < steps; t++) {
        const g = gradientsOf();
        average = add(scale(average, 1 - forgetting), scale(mean(g), forgetting));
        const rate = scale(inverse(average), lambda);
        const moves = product(g, rate);
        w = w.map((row, p) => row.map((x, i) => x - moves[p][i]));
      }
      return [name, mean(w).flat()];
    })
  );

export const remembered = (): Numbers => crowd(0.5, 260);
export const forgotten = (): Numbers => crowd(1, 40);

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

const loss = (pair: Pair, sigma: Square) => trace(product(pair.hessian, sigma));
const information = (pair: Pair, s: Square) => product(pair.hessian, s, pair.hessian);

/** Tr KΣ of the discrete recursions stepped from rest, over that of their continuous flow at rest. */
export const corrections = (): Numbers =>
  Object.fromEntries(
    pairs.slice(0, 2).map(pair => {
      const {hessian} = pair;
      const noise = scale(hessian, share);
      const newtonRate = scale(inverse(hessian), lambda);
      const newton = summedResponses({hessian, noise, rate: newtonRate, momentum: mu}, 300);
      const newtonFlow = flow(
        pair,
        () => newtonRate,
        () => noise
      );
      // Corollary 6's point, found by scaling K⁻¹ until one step of many from rest returns it.
      let low = 0.1 * lambda;
      let high = 20 * lambda;
      const after = (s: number) =>
        summedResponses(
          {
            hessian,
            noise: scale(hessian, share * s),
            rate: scale(inverse(hessian), lambda / s),
            momentum: mu
          },
          1200
        );
      for (let i = 0; i < 30; i++) {
        const s = (low + high) / 2;
        if (loss(pair, after(s)) > loss(pair, scale(inverse(hessian), s))) low = s;
        else high = s;
      }
      const natural = scale(inverse(hessian), (low + high) / 2);
      const naturalFlow = flow(
        pair,
        s => scale(inverse(information(pair, s)), lambda),
        s => scale(information(pair, s), share)
      );
      return [
        pair.name,
        [loss(pair, newton) / loss(pair, newtonFlow), loss(pair, natural) / loss(pair, naturalFlow)]
      ];
    })
  );

const normal = (s: Square) => scale(s, 1 / trace(s)).flat();

/** Σ/Tr Σ of Newton stepped from rest, and of the natural gradient's covariance map, µ = 0, from anywhere. */
export const shape = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian}) => {
      const newton = summedResponses(
        {
          hessian,
          noise: scale(hessian, share),
          rate: scale(inverse(hessian), lambda),
          momentum: mu
        },
        600
      );
      const natural = selfMadeCovariance({
        method: "natural",
        hessian,
        rate: lambda,
        ratio: share,
        forgetting: 0.5,
        start: scale(definite(`self-made shape ${name}`, hessian.length), lambda),
        steps: 260
      });
      return [name, [...normal(newton), ...normal(natural)]];
    })
  );

const [first, second] = twoCurvatures.curvatures;
const hessian = [
  [first, 0],
  [0, second]
];
const anisotropy = (sigma: Square) => sigma[0][0] / sigma[1][1];
const adam = (rate: number, ratio: number, steps: number) =>
  selfMadeCovariance({
    method: "adam",
    hessian,
    rate,
    ratio,
    forgetting: 0.5,
    start: scale(identity(2), rate * rate),
    steps
  });
const isotropicAt = (rate: number, steps: number): Numbers => ({
  "SGD, Adam": [
    anisotropy(summedResponses({hessian, noise: scale(hessian, 0.1), rate}, steps)),
    anisotropy(adam(rate, 0.1, 200))
  ]
});

/** Σ₁₁/Σ₂₂ stepped from rest, at λk* = 0.002 and 1.5. */
export const isotropic = (): Numbers => isotropicAt(0.002 / first, 6000);
export const isotropicLargeStep = (): Numbers => isotropicAt(1.5 / first, 300);

const adamTrace = (factor: number): Numbers => {
  const {batchSize} = twoCurvatures;
  return {"Tr Σ": [trace(adam(factor / (batchSize + 1), 1 / batchSize, 200))]};
};

/** Tr Σ of Adam, by its covariance map. */
export const smaller = (): Numbers => adamTrace(1);
export const smallerLargeStep = (): Numbers => adamTrace(4);
