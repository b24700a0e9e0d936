import {inverse} from "../brute/arrays.js";
import type {Exchangeable} from "../cases/bound.js";
import {binaryModel} from "../cases/problems.js";

/** 1 + E Y and E YYᵀ with the labels averaged by hand: (p_t − p)x and (p − 2pp_t + p_t²)xxᵀ. */
export function gradients({moved}: {moved: number}) {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const query = parameters.map((x, i) => x + moved * [0.5, -0.3][i % 2]);
  const probability = (x: readonly number[], at: readonly number[]) =>
    0.5 + 0.5 * Math.tanh(x.reduce((sum, v, i) => sum + v * at[i], 0) / 2);
  const mean = new Array<number>(d).fill(1);
  const squares = new Array<number>(d * d).fill(0);
  for (const x of inputs) {
    const [p, q] = [probability(x, parameters), probability(x, query)];
    for (let i = 0; i < d; i++) mean[i] += ((q - p) * x[i]) / inputs.length;
    for (let k = 0; k < d * d; k++)
      squares[k] += ((p - 2 * p * q + q * q) * x[Math.floor(k / d)] * x[k % d]) / inputs.length;
  }
  return [mean, squares];
}

/** 1ᵀC⁻¹1. */
export function jointInformation({common, draws}: Exchangeable) {
  const c = Array.from({length: draws}, (_, i) =>
    Array.from({length: draws}, (_, j) => common + (i === j ? 1 : 0))
  );
  return inverse(c)
    .flat()
    .reduce((sum, x) => sum + x, 0);
}
