import {integer, numberIn, positive} from "../check.js";
import {cellName, type LinearCell, type NoiseFactor, type SweepSpec} from "./spec.js";

/**
 * Throws unless the sweep can be run; every message names the cell.
 *
 * A recursion with rate η is stable where 0 < η < 2/λmax, in the Euler–Maruyama form where
 * 0 < η Δt < 2/λmax (Fisher, Proposition 5.9), and every eigenvalue is positive.
 *
 * @throws RangeError
 */
export function checkSweep(spec: SweepSpec): void {
  if (typeof spec.experiment !== "string" || spec.experiment === "")
    throw new RangeError(`experiment must be a non-empty string; got ${String(spec.experiment)}`);
  integer("seed", spec.seed, -Number.MAX_SAFE_INTEGER);
  integer("replicates", spec.replicates, 1);
  if (spec.cells.length === 0) throw new RangeError("cells must hold at least one cell; got none");
  const names = new Set<string>();
  for (const cell of spec.cells) {
    const name = cellName(cell);
    if (names.has(name))
      throw new RangeError(`cells must differ in their parameters; got two with ${name}`);
    names.add(name);
    try {
      checkCell(cell);
    } catch (error) {
      throw new RangeError(`${(error as Error).message} (cell ${name})`);
    }
  }
}

function checkCell(cell: LinearCell): void {
  const d = cell.hessianEigenvalues.length;
  if (d === 0) throw new RangeError("hessianEigenvalues must not be empty; got none");
  for (const h of cell.hessianEigenvalues) {
    if (cell.allowDivergence) numberIn("hessianEigenvalues", h, "(−∞, ∞)", () => true);
    else positive("hessianEigenvalues", h);
  }
  checkNoise(cell.noiseFactor, d);
  positive("batchSize", cell.batchSize ?? 1);
  positive("timeStep", cell.timeStep ?? 1);
  if (cell.form !== "eulerMaruyama" && cell.timeStep !== undefined && cell.timeStep !== 1)
    throw new RangeError(`timeStep must be 1 unless form is eulerMaruyama; got ${cell.timeStep}`);
  checkRate(cell);
  integer("steps", cell.steps, 1);
  integer("burnIn", cell.burnIn ?? 0, 0, cell.steps - 1);
  if (cell.initial !== undefined && cell.initial.length !== d)
    throw new RangeError(`initial must have ${d} entries; got ${cell.initial.length}`);
  let previous = 0;
  for (const step of cell.snapshots ?? []) {
    integer("snapshots", step, previous + 1, cell.steps);
    previous = step;
  }
}

function checkRate(cell: LinearCell): void {
  if (cell.allowDivergence) {
    positive("learningRate", cell.learningRate);
    return;
  }
  let steepest = 0;
  for (const h of cell.hessianEigenvalues) steepest = Math.max(steepest, h);
  const step = cell.form === "eulerMaruyama" ? (cell.timeStep ?? 1) : 1;
  const most = 2 / (steepest * step);
  const bound = step === 1 ? "2/λmax" : "2/(λmax Δt)";
  numberIn(
    "learningRate",
    cell.learningRate,
    `(0, ${bound}) = (0, ${most})`,
    x => x > 0 && x < most
  );
}

function checkNoise(noise: NoiseFactor, d: number): void {
  const rows =
    "diagonal" in noise
      ? noise.diagonal.map(x => [x])
      : "lower" in noise
        ? noise.lower
        : noise.dense;
  const columns = "lower" in noise ? d : rows[0]?.length;
  if (rows.length !== d || !columns || rows.some(row => row.length !== columns))
    throw new RangeError(
      `noiseFactor must have ${d} rows of equal length; got ${rows.length} of lengths ${rows.map(row => row.length).join(", ")}`
    );
  for (const row of rows) for (const x of row) numberIn("noiseFactor", x, "(−∞, ∞)", () => true);
  if ("lower" in noise)
    for (const [i, row] of rows.entries())
      for (let j = i + 1; j < d; j++)
        if (row[j] !== 0)
          throw new RangeError(
            `noiseFactor.lower must be zero above its diagonal; got ${row[j]} at (${i}, ${j})`
          );
}
