import {cos} from "../../lib/elementary/cos.js";
import {geomspace} from "../../lib/elementary/geomspace.js";
import {sin} from "../../lib/elementary/sin.js";
import {cholesky} from "../../lib/linalg/cholesky.js";
import {fisherNoiseMatrix} from "../../lib/problems/fisherNoiseMatrix.js";
import type {LinearCell, NoiseFactor, SweepSpec} from "../../lib/simulate/spec.js";

/** The simulated experiments of the Fisher paper (1, 2, 4, 5 and 6), their steps multiplied by `scale`. */
export function fisherSweeps(scale: number): SweepSpec[] {
  const scaled = (steps: number) => Math.max(1, Math.round(steps * scale));
  const plane = {
    form: "eulerMaruyama" as const,
    hessianEigenvalues: [1, 0.1],
    learningRate: 0.05,
    steps: scaled(200_000),
    burnIn: scaled(5_000),
    moments: "full" as const
  };
  const batchScaling: LinearCell[] = Array.from({length: 10}, (_, k) => ({
    ...plane,
    parameters: {b: 2 ** k},
    noiseFactor: {diagonal: [1, 1]},
    batchSize: 2 ** k
  }));
  const angles: LinearCell[] = Array.from({length: 13}, (_, k) => ({
    ...plane,
    parameters: {degrees: 5 * k},
    noiseFactor: {lower: rotated((k * Math.PI) / 36)},
    batchSize: 64
  }));

  const h = geomspace(1, 100, 10);
  const G = fisherNoiseMatrix();
  const lower = choleskyRows(G.to2DArray());
  const deviation = Math.sqrt(G.trace() / 10);
  const shapes: [string, NoiseFactor][] = [
    ["anisotropic", {lower}],
    ["isotropic", {diagonal: h.map(() => deviation)}]
  ];
  const ten = {hessianEigenvalues: h, batchSize: 64};
  const plateau: LinearCell[] = [300, 800, 2000, 5000, 10_000].flatMap(T =>
    shapes.map(([noise, noiseFactor]) => ({
      ...ten,
      parameters: {T, noise},
      noiseFactor,
      learningRate: 0.5 / 100,
      steps: scaled(T)
    }))
  );
  const decaying = (times: number[]): LinearCell[] =>
    times.flatMap(T =>
      shapes.map(([noise, noiseFactor]) => ({
        ...ten,
        parameters: {T, noise},
        noiseFactor,
        learningRate: {scale: 1.2, offset: 50},
        steps: scaled(T),
        initial: h.map(() => 1),
        allowDivergence: scale < 1
      }))
    );
  const times = [600, 1200, 2400, 4800, 9600];
  const sweep = (experiment: string, replicates: number, cells: LinearCell[]) => ({
    experiment,
    seed: 1,
    replicates,
    cells
  });
  return [
    sweep("experiment 1: batch scaling", 500, batchScaling),
    sweep("experiment 2: angle", 500, angles),
    sweep("experiment 4: plateau", 2000, plateau),
    sweep("experiment 5: decaying rate", 800, decaying(times)),
    sweep("experiment 6: directions", 800, decaying(times.slice(-1)))
  ];
}

/** The Cholesky factor of R diag(1.5, 0.5) Rᵀ. */
function rotated(angle: number): number[][] {
  const [c, s] = [cos(angle), sin(angle)];
  const a = Math.sqrt(1.5 * c * c + 0.5 * s * s);
  const b = (c * s) / a;
  return [
    [a, 0],
    [b, Math.sqrt(1.5 * s * s + 0.5 * c * c - b * b)]
  ];
}

function choleskyRows(G: number[][]): number[][] {
  const n = G.length;
  const L = cholesky(Float64Array.from(G.flat()), n);
  if (!L) throw new Error("G must be positive definite; it is not");
  return G.map((row, i) => row.map((_, j) => (j > i ? 0 : L[i * n + j])));
}
