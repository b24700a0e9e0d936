import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import {continuousProblems, discreteProblems} from "../../test/linalg/problems.js";
import {symmetricWith, uniforms} from "../../test/linalg/random.js";
import {continuousResidual, discreteResidual} from "../../test/linalg/residuals.js";

/** The largest residual seen over a few seeds; `residual` is in units of nε (to stay below 100). */
export interface ResidualRow {
  solver: "continuousLyapunov" | "discreteLyapunov";
  n: number;
  case: string;
  residual: number;
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
