import {execFileSync} from "node:child_process";
import {join} from "node:path";
import {Matrix} from "ml-matrix";
import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {continuousProblems, discreteProblems} from "../../test/linalg/problems.js";
import {randomMatrix, randomSpd, uniforms} from "../../test/linalg/random.js";
import {root} from "../root.js";
import {pythonWithNumpy, singleThread} from "./baselines.js";

export interface TimingRow {
  readonly solver: string;
  readonly case: string;
  /** Of the processor, so that other work on the machine does not count; the best of ten, after ten to warm up. */
  readonly milliseconds: number;
  /** The same of NumPy or SciPy on one thread, where Python has them. */
  readonly python?: number;
  readonly times?: number;
}

/** Times of the solvers beside those of NumPy and SciPy on problems of the same kind and size. */
export function solverTimings(): TimingRow[] {
  const uniform = uniforms(2);
  const theirs = pythonTimes();
  const rows: TimingRow[] = [];
  const add = (solver: string, name: string, run: () => unknown, reference?: string) => {
    const milliseconds = best(run);
    const python = reference === undefined ? undefined : theirs.get(reference);
    rows.push({
      solver,
      case: name,
      milliseconds,
      ...(python === undefined ? {} : {python, times: milliseconds / python})
    });
  };
  for (const d of [300, 1000]) {
    const table = Array.from({length: 2000}, () => Float64Array.from({length: d}, uniform));
    const name = `2000×${d}`;
    add("gradientCovariance", name, () => gradientCovariance(table), `covariance-${d}`);
  }
  const [K, C] = [randomSpd(300, 1e4, uniform), randomSpd(300, 10, uniform)];
  const graded = randomSpd(300, 1e14, uniform);
  add("symmetricEigen", "n = 300", () => symmetricEigen(K), "eigen");
  add("symmetricEigen", "n = 300, graded", () => symmetricEigen(graded), "eigen");
  add("continuousLyapunov", "n = 300, symmetric", () => continuousLyapunov(K, C), "symmetric");
  const A = randomMatrix(300, uniform);
  const [stable, inside] = [Matrix.add(A, Matrix.eye(300).mul(20)), Matrix.mul(A, 0.9 / 18)];
  add("continuousLyapunov", "n = 300, general", () => continuousLyapunov(stable, C), "general");
  add("discreteLyapunov", "n = 300, general", () => discreteLyapunov(inside, C), "discrete");
  const Q = randomSpd(50, 10, uniform);
  for (const {name, A: given} of continuousProblems(50, uniform))
    add("continuousLyapunov", `n = 50, ${name}`, () => continuousLyapunov(given, Q));
  for (const {name, A: given} of discreteProblems(50, uniform))
    add("discreteLyapunov", `n = 50, ${name}`, () => discreteLyapunov(given, Q));
  return rows;
}

/** Milliseconds by the name of the problem; empty where Python or NumPy is absent. */
function pythonTimes(): Map<string, number> {
  const python = pythonWithNumpy();
  if (python === undefined) return new Map();
  const text = execFileSync(python, [join(root, "tools/bench/solvers.py")], {
    encoding: "utf8",
    env: {...process.env, ...singleThread}
  });
  return new Map(
    text
      .trim()
      .split("\n")
      .map(line => line.split(" "))
      .map(([name, milliseconds]) => [name, Number(milliseconds)])
  );
}

function best(run: () => unknown): number {
  for (let i = 0; i < 10; i++) run();
  return Math.min(
    ...Array.from({length: 10}, () => {
      const start = process.cpuUsage();
      run();
      const {user, system} = process.cpuUsage(start);
      return (user + system) / 1000;
    })
  );
}
