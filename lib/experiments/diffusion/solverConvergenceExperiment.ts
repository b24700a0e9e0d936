import {solverProblems} from "../../diffusion/solverProblems.js";
import {log} from "../../elementary/log.js";
import {number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {noSettings} from "../withSettings.js";

interface Job {
  readonly index: number;
  readonly cells: number;
}

/**
 * Errors of the Fokker–Planck solver on grids that are refined: one row per problem and grid, with
 * `order` = log₂ of the error's ratio to that on the grid before (NaN on the first). Errors are rounded
 * to six digits. Scale leaves out the finest grids.
 */
export function solverConvergenceExperiment(spec: {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly seed: number;
}): Experiment<Job, number> {
  const jobs = (scale: number) =>
    solverProblems.flatMap(({cells}, index) =>
      cells
        .slice(0, Math.max(3, Math.ceil(cells.length * scale)))
        .map(count => ({index, cells: count}))
    );
  return {
    ...spec,
    spec: {problems: solverProblems.map(({name, cells}) => ({name, cells}))},
    jobs,
    describe: ({index, cells}) => `${solverProblems[index].name}, ${cells} cells`,
    cost: ({cells}) => cells * cells * cells,
    run: ({index, cells}) => Number(solverProblems[index].error(cells).toPrecision(6)),
    table: (errors, scale) => {
      const grids = jobs(scale);
      const rows = grids.map(({index, cells}, k) => {
        const refined = k > 0 && grids[k - 1].index === index;
        const order = refined ? log(errors[k - 1] / errors[k]) / Math.LN2 : Number.NaN;
        return {problem: solverProblems[index].name, cells, error: errors[k], order};
      });
      return table(rows, {
        problem: text(row => row.problem),
        cells: number(row => row.cells),
        error: number(row => row.error),
        order: number(row => row.order)
      });
    },
    vary: noSettings(spec.name)
  };
}
