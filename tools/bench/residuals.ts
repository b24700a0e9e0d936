import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import {continuousProblems, discreteProblems} from "../../test/linalg/problems.js";
import {randomSpd, symmetricWith, uniforms} from "../../test/linalg/random.js";
import {continuousResidual, discreteResidual} from "../../test/linalg/residuals.js";

/** The largest residual seen over a few seeds; `residual` is in units of nε (to stay below 100). */
export interface ResidualRow {
  solver: "continuousLyapunov" | "discreteLyapunov";
  n: number;
  case: string;
  residual: number;
}

export interface TimingRow {
  solver: string;
  n: number;
  case: string;
  /** Best of three, after a warm-up. */
  milliseconds: number;
  limit: number;
}

const orders = [1, 2, 3, 5, 10, 50];

/** Residuals of both Lyapunov solvers for every order and kind of matrix, over `seeds` seeds. */
export function residualTable(seeds = 5): ResidualRow[] {
  const rows = new Map<string, ResidualRow>();
  const note = (solver: ResidualRow["solver"], n: number, name: string, residual: number) => {
    const key = `${solver} ${n} ${name}`;
    const worst = Math.max(residual, rows.get(key)?.residual ?? 0);
    rows.set(key, {solver, n, case: name, residual: worst});
  };
  for (const n of orders)
    for (let seed = 1; seed <= seeds; seed++) {
      const uniform = uniforms(1000 * n + seed);
      const Q = symmetricWith(
        Array.from({length: n}, () => 2 * uniform() - 1),
        uniform
      );
      for (const {name, A} of continuousProblems(n, uniform))
        note("continuousLyapunov", n, name, continuousResidual(A, continuousLyapunov(A, Q), Q));
      for (const {name, A} of discreteProblems(n, uniform))
        note("discreteLyapunov", n, name, discreteResidual(A, discreteLyapunov(A, Q), Q));
    }
  return [...rows.values()];
}

/** Wall time of symmetric problems at n = 300 and of the slowest general kind at n = 50. */
export function solverTimings(): TimingRow[] {
  const uniform = uniforms(2);
  const K = randomSpd(300, 1e4, uniform);
  const C = randomSpd(300, 10, uniform);
  const Q = randomSpd(50, 10, uniform);
  const worst = (times: number[]) => Math.max(...times);
  return [
    {
      solver: "continuousLyapunov",
      n: 300,
      case: "symmetric",
      milliseconds: best(() => continuousLyapunov(K, C)),
      limit: 700
    },
    {
      solver: "discreteLyapunov",
      n: 300,
      case: "symmetric",
      milliseconds: best(() => discreteLyapunov(K.clone().mul(0.99), C)),
      limit: 700
    },
    {
      solver: "continuousLyapunov",
      n: 50,
      case: "general",
      milliseconds: worst(
        continuousProblems(50, uniform).map(({A}) => best(() => continuousLyapunov(A, Q)))
      ),
      limit: 200
    },
    {
      solver: "discreteLyapunov",
      n: 50,
      case: "general",
      milliseconds: worst(
        discreteProblems(50, uniform).map(({A}) => best(() => discreteLyapunov(A, Q)))
      ),
      limit: 200
    }
  ];
}

function best(run: () => unknown): number {
  run();
  return Math.min(
    ...[0, 1, 2].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    })
  );
}
