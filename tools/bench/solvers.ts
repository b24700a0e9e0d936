import {spawn} from "node:child_process";
import {join} from "node:path";
import {createInterface} from "node:readline";
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
  /** The same of NumPy or SciPy on one thread, in turns with ours, where Python has them. */
  readonly python?: number;
  readonly times?: number;
}

/** Times of the solvers beside those of NumPy and SciPy on problems of the same kind and size. */
export async function solverTimings(): Promise<TimingRow[]> {
  const theirs = await startPython();
  try {
    return await timings(theirs);
  } finally {
    theirs?.close();
  }
}

async function timings(theirs: PythonTwin | undefined): Promise<TimingRow[]> {
  const uniform = uniforms(2);
  const rows: TimingRow[] = [];
  const add = async (solver: string, name: string, run: () => unknown, reference = "") => {
    const {milliseconds, python} = await best(run, reference ? theirs : undefined, reference);
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
    await add("gradientCovariance", name, () => gradientCovariance(table), `covariance-${d}`);
  }
  const [K, C] = [randomSpd(300, 1e4, uniform), randomSpd(300, 10, uniform)];
  const graded = randomSpd(300, 1e14, uniform);
  await add("symmetricEigen", "n = 300", () => symmetricEigen(K), "eigen");
  await add("symmetricEigen", "n = 300, graded", () => symmetricEigen(graded), "eigen");
  await add(
    "continuousLyapunov",
    "n = 300, symmetric",
    () => continuousLyapunov(K, C),
    "symmetric"
  );
  const A = randomMatrix(300, uniform);
  const [stable, inside] = [Matrix.add(A, Matrix.eye(300).mul(20)), Matrix.mul(A, 0.9 / 18)];
  await add(
    "continuousLyapunov",
    "n = 300, general",
    () => continuousLyapunov(stable, C),
    "general"
  );
  await add("discreteLyapunov", "n = 300, general", () => discreteLyapunov(inside, C), "discrete");
  const Q = randomSpd(50, 10, uniform);
  for (const {name, A: given} of continuousProblems(50, uniform))
    await add("continuousLyapunov", `n = 50, ${name}`, () => continuousLyapunov(given, Q));
  for (const {name, A: given} of discreteProblems(50, uniform))
    await add("discreteLyapunov", `n = 50, ${name}`, () => discreteLyapunov(given, Q));
  return rows;
}

/** The same problems in Python, in a process that waits for their names. */
interface PythonTwin {
  /** Milliseconds of the processor for one run; NaN where SciPy is wanted and absent. */
  time(problem: string): Promise<number>;
  close(): void;
}

/** Nothing where Python or NumPy is absent. */
async function startPython(): Promise<PythonTwin | undefined> {
  const python = pythonWithNumpy();
  if (python === undefined) return undefined;
  const child = spawn(python, [join(root, "tools/bench/solvers.py")], {
    env: {...process.env, ...singleThread},
    stdio: ["pipe", "pipe", "inherit"]
  });
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const answer = async () => {
    const {value, done} = await lines.next();
    if (done) throw new Error("tools/bench/solvers.py ended before its time");
    return value;
  };
  await answer();
  return {
    time(problem) {
      child.stdin.write(`${problem}\n`);
      return answer().then(Number);
    },
    close: () => child.stdin.end()
  };
}

/** The best of ten runs of each, which take turns, so that both meet the same load of the machine. */
async function best(
  run: () => unknown,
  theirs: PythonTwin | undefined,
  problem: string
): Promise<{milliseconds: number; python?: number}> {
  for (let i = 0; i < 10; i++) run();
  await theirs?.time(problem);
  let [milliseconds, python] = [Infinity, Infinity];
  for (let i = 0; i < 10; i++) {
    const start = process.cpuUsage();
    run();
    const {user, system} = process.cpuUsage(start);
    milliseconds = Math.min(milliseconds, (user + system) / 1000);
    python = Math.min(python, (await theirs?.time(problem)) ?? Number.NaN);
  }
  return Number.isFinite(python) ? {milliseconds, python} : {milliseconds};
}
