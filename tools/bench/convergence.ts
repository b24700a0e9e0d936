import {solverProblems} from "../../lib/diffusion/solverProblems.js";

/** The Fokker–Planck solver against known solutions: ∫|error| on grids that are refined, and the order. */
export function convergenceTable(): object[] {
  return solverProblems.flatMap(({name, cells, error}) => {
    const errors = cells.map(error);
    return cells.map((count, k) => ({
      problem: name,
      cells: count,
      error: errors[k].toExponential(3),
      order: k === 0 ? "" : Math.log2(errors[k - 1] / errors[k]).toFixed(3)
    }));
  });
}
