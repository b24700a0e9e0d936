import {inverse} from "../brute/arrays.js";
import {type Exchangeable, type Oracle, transcripts} from "../cases/bound.js";
import {binaryModel} from "../cases/problems.js";

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const shift = [0.5, -0.3];

/** 1 + E Y and E YYᵀ of a gradient at a query, over inputs and labels. */
export function gradients({moved}: {moved: number}) {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const query = parameters.map((x, i) => x + moved * shift[i % 2]);
  const logit = (x: readonly number[], at: readonly number[]) =>
    x.reduce((sum, v, i) => sum + v * at[i], 0);
  const mean = new Array<number>(d).fill(1);
  const squares = new Array<number>(d * d).fill(0);
  for (const x of inputs)
    for (const y of [0, 1]) {
      const p = sigmoid(logit(x, parameters));
      const weight = (y === 1 ? p : 1 - p) / inputs.length;
      const g = x.map(v => (sigmoid(logit(x, query)) - y) * v);
      for (let i = 0; i < d; i++) mean[i] += weight * g[i];
      for (let k = 0; k < d * d; k++) squares[k] += weight * g[Math.floor(k / d)] * g[k % d];
    }
  return [mean, squares];
}

/**
 * Information of two answers, y₁ at the query 0 and y₂ at the query −0.3y₁, about θ: the integral of
 * (∂p)²/p over both, p differentiated by differences.
 */
export function transcriptIntegral({h, g}: Oracle) {
  const density = (y: number, query: number, theta: number) =>
    Math.exp(-((y - h * (query - theta)) ** 2) / (2 * g)) / Math.sqrt(2 * Math.PI * g);
  const spread = Math.sqrt(g);
  const width = 0.2 * spread;
  const theta = 0.4;
  const small = 1e-3 * spread;
  let information = 0;
  for (let i = -40; i <= 40; i++) {
    const y1 = -h * theta + i * width;
    for (let j = -40; j <= 40; j++) {
      const query = -0.3 * y1;
      const y2 = h * (query - theta) + j * width;
      const p = (at: number) => density(y1, 0, at) * density(y2, query, at);
      const slope = (p(theta + small) - p(theta - small)) / (2 * small);
      information += (slope * slope * width * width) / p(theta);
    }
  }
  return information;
}

const {calls, parameter, start} = transcripts;

/** Σ (∂P)²/P over all transcripts of SGD at the rate 0.5 on labels drawn at σ(θ). */
export function transcriptSums() {
  const probability = (theta: number, answers: number): number => {
    let query = start;
    let p = 1;
    for (let t = 0; t < calls; t++) {
      const label = (answers >> t) & 1;
      const answer = sigmoid(query) - label;
      // The law of the answer at this query: σ(query) − 1 with the label's probability, else σ(query).
      p *= answer < 0 ? sigmoid(theta) : 1 - sigmoid(theta);
      query -= 0.5 * answer;
    }
    return p;
  };
  let information = 0;
  const small = 1e-4;
  for (let answers = 0; answers < 2 ** calls; answers++) {
    const slope =
      (probability(parameter + small, answers) - probability(parameter - small, answers)) /
      (2 * small);
    information += slope ** 2 / probability(parameter, answers);
  }
  return information;
}

/** Σ_t of what the next draw tells, given those before: regressions of each on its past. */
export function chainRule({common, draws}: Exchangeable) {
  let information = 0;
  for (let t = 0; t < draws; t++) {
    if (t === 0) {
      information += 1 / (1 + common);
      continue;
    }
    const past = Array.from({length: t}, (_, i) =>
      Array.from({length: t}, (_, j) => common + (i === j ? 1 : 0))
    );
    const weights = inverse(past).map(row => row.reduce((sum, x) => sum + x * common, 0));
    const slope = 1 - weights.reduce((sum, w) => sum + w, 0);
    const left = 1 + common - common * weights.reduce((sum, w) => sum + w, 0);
    information += slope ** 2 / left;
  }
  return information;
}

/** 1/(risk of those steps after two answers) in one dimension. */
export function attained({h, g}: Oracle) {
  let second = 1;
  for (let t = 0; t < 2; t++) second = (1 - 1 / (t + 1)) ** 2 * second + g / (h * (t + 1)) ** 2;
  return 1 / second;
}
