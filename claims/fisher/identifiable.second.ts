import {kicked, labelled, redundant} from "../cases/identifiable.js";
import {binaryModel, type Rows} from "../cases/problems.js";

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The projector on the span of some vectors, from powers of I − G/Tr G, G their Gram matrix. */
function byPowers(vectors: Rows): number[] {
  const d = vectors[0].length;
  const gram = Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (__, j) => vectors.reduce((sum, v) => sum + v[i] * v[j], 0))
  );
  const size = gram.reduce((sum, row, i) => sum + row[i], 0);
  const times = (a: Rows, b: Rows) =>
    a.map(row => b[0].map((_, j) => row.reduce((s, x, k) => s + x * b[k][j], 0)));
  // Eigenvalue 1 on the kernel alone: the powers tend to the kernel's projector.
  let rest: number[][] = gram.map((row, i) => row.map((x, j) => (i === j ? 1 : 0) - x / size));
  for (let k = 0; k < 24; k++) rest = times(rest, rest);
  return rest.flatMap((row, i) => row.map((x, j) => (i === j ? 1 : 0) - x));
}

export const spanOfScores = () =>
  byPowers(
    redundant.inputs.flatMap(x => {
      const p = logistic(x.reduce((s, v, k) => s + v * redundant.parameters[k], 0));
      return [x.map(v => p * v), x.map(v => (p - 1) * v)];
    })
  );
export const spanOfKicks = () => byPowers(kicked.samples.map(([z1, z2]) => [-z1, z2]));

/** −log p and its slope carried along together, operation by operation. */
export function dualNumbers() {
  const {parameter, inputs, labels} = labelled;
  const slope = (x: number, y: number) => {
    // e^{−xθ}, 1 + e^{−xθ}, and log of it; −log(1 − p) adds xθ.
    const [e, de] = [Math.exp(-x * parameter), -x * Math.exp(-x * parameter)];
    const ofLogarithm = de / (1 + e);
    return y === 1 ? ofLogarithm : ofLogarithm + x;
  };
  return inputs.map(x => labels.map(y => slope(x, y)));
}

/** F from −∂²log p by hand, its axes from the angle ½ arctan(2F₁₂/(F₁₁ − F₂₂)); variances of scores. */
export function axes() {
  const {inputs, parameters} = binaryModel;
  const sum = (f: (x: readonly number[], p: number) => number) =>
    inputs.reduce(
      (s, x) => s + f(x, logistic(x[0] * parameters[0] + x[1] * parameters[1])) / inputs.length,
      0
    );
  const [a, b, c] = [
    sum((x, p) => p * (1 - p) * x[0] ** 2),
    sum((x, p) => p * (1 - p) * x[0] * x[1]),
    sum((x, p) => p * (1 - p) * x[1] ** 2)
  ];
  const stiff = Math.atan2(2 * b, a - c) / 2;
  const scatter = (t: number) =>
    sum((x, p) => {
      const along = x[0] * Math.cos(t) + x[1] * Math.sin(t);
      return p * ((p - 1) * along) ** 2 + (1 - p) * (p * along) ** 2;
    });
  const mean = (scatter(0) + scatter(Math.PI / 2)) / 2;
  return [scatter(stiff + Math.PI / 2) / mean, scatter(stiff) / mean];
}
