import {integer, numberIn} from "../check.js";
import {checkLinear} from "./checkLinear.js";
import {checkRegression} from "./checkRegression.js";
import {ratesOf} from "./schedule.js";
import {type Cell, cellDimension, cellName, type SweepSpec} from "./spec.js";

/**
 * Throws unless the sweep can be run; every message names the cell.
 *
 * @throws RangeError
 */
export function checkSweep(spec: SweepSpec<Cell>): void {
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
      checkBase(cell);
      if (cell.kind === "regression") checkRegression(cell);
      else checkLinear(cell);
    } catch (error) {
      throw new RangeError(`${(error as Error).message} (cell ${name})`);
    }
  }
}

function checkBase(cell: Cell): void {
  const d = cellDimension(cell);
  integer("steps", cell.steps, 1);
  const burnIn = integer("burnIn", cell.burnIn ?? 0, 0, cell.steps - 1);
  numberIn("momentum", cell.momentum ?? 0, "[0, 1)", x => x >= 0 && x < 1);
  checkRates(cell);
  for (const [name, vector] of [
    ["initial", cell.initial ?? new Array(d).fill(0)] as const,
    ...(cell.directions ?? []).map(u => ["directions", u] as const)
  ]) {
    if (vector.length !== d)
      throw new RangeError(`${name} must have ${d} entries; got ${vector.length}`);
    for (const x of vector) numberIn(name, x, "(−∞, ∞)", () => true);
  }
  const averages = cell.iterateAverages === true;
  if (averages && (cell.moments ?? "none") === "none")
    throw new RangeError("moments must not be none where iterateAverages are wanted; got none");
  let previous = averages ? burnIn : 0;
  for (const step of cell.snapshots ?? []) {
    integer("snapshots", step, previous + 1, cell.steps);
    previous = step;
  }
}

function checkRates({learningRate, steps}: Cell): void {
  if (typeof learningRate === "object" && "scale" in learningRate) {
    numberIn("learningRate.scale", learningRate.scale, "(0, ∞)", x => x > 0);
    numberIn("learningRate.offset", learningRate.offset, "(0, ∞)", x => x > 0);
    return;
  }
  const rates = ratesOf(learningRate, steps);
  if (typeof learningRate === "object" && rates.length !== steps)
    throw new RangeError(`learningRate must have ${steps} entries; got ${rates.length}`);
  for (const rate of rates) numberIn("learningRate", rate, "(0, ∞)", x => x > 0);
}
