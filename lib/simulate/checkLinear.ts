import {numberIn, positive} from "../check.js";
import {ratesOf} from "./schedule.js";
import {factorRows, type LinearCell, type NoiseFactor} from "./spec.js";

/**
 * Throws unless a linear cell is well formed and stable.
 *
 * Coordinate i is stable where every hᵢ > 0 and
 *
 *     0 < η pᵢ hᵢ < 2 (1 + µ)             heavy ball
 *     0 < η pᵢ hᵢ < 2 (1 + µ)/(1 + µ (1 − 2ν))   QHM
 *     0 < η Δt hᵢ < 2                     Euler–Maruyama
 *
 * (Jury's conditions on the 2×2 update of position and buffer; Fisher, Proposition 5.9, at µ = 0.)
 * A schedule must end inside the region; where it begins is free.
 */
export function checkLinear(cell: LinearCell): void {
  const d = cell.hessianEigenvalues.length;
  if (d === 0) throw new RangeError("hessianEigenvalues must not be empty; got none");
  for (const h of cell.hessianEigenvalues)
    if (cell.allowDivergence) numberIn("hessianEigenvalues", h, "(−∞, ∞)", () => true);
    else positive("hessianEigenvalues", h);
  checkFactor("noiseFactor", cell.noiseFactor);
  if (factorRows(cell.noiseFactor).length !== d)
    throw new RangeError(
      `noiseFactor must have ${d} rows; got ${factorRows(cell.noiseFactor).length}`
    );
  positive("batchSize", cell.batchSize ?? 1);
  positive("timeStep", cell.timeStep ?? 1);
  if (cell.nu !== undefined) numberIn("nu", cell.nu, "[0, 1]", x => x >= 0 && x <= 1);
  const p = cell.preconditioner;
  if (p && p.length !== d)
    throw new RangeError(`preconditioner must have ${d} entries; got ${p.length}`);
  for (const x of p ?? []) positive("preconditioner", x);
  if (cell.form === "eulerMaruyama") {
    if (cell.momentum || cell.nu !== undefined || p)
      throw new RangeError(
        "form must be sgd where momentum, nu or preconditioner are given; got eulerMaruyama"
      );
  } else if ((cell.timeStep ?? 1) !== 1)
    throw new RangeError(`timeStep must be 1 unless form is eulerMaruyama; got ${cell.timeStep}`);
  if (!cell.allowDivergence) checkStability(cell);
}

function checkStability(cell: LinearCell): void {
  let steepest = 0;
  for (const [i, h] of cell.hessianEigenvalues.entries())
    steepest = Math.max(steepest, h * (cell.preconditioner?.[i] ?? 1));
  const mu = cell.momentum ?? 0;
  const step = cell.timeStep ?? 1;
  const damping = cell.nu === undefined ? 1 : 1 + mu * (1 - 2 * cell.nu);
  const most = (2 * (1 + mu)) / damping / (steepest * step);
  const top = mu === 0 ? "2" : cell.nu === undefined ? "2(1+µ)" : "2(1+µ)/(1+µ(1−2ν))";
  const bound = `${top}/${step === 1 ? "λmax" : "(λmax Δt)"}`;
  const rates = ratesOf(cell.learningRate, cell.steps);
  const name = rates.length > 1 ? "the last learningRate" : "learningRate";
  numberIn(name, rates[rates.length - 1], `(0, ${bound}) = (0, ${most})`, x => x > 0 && x < most);
}

/** Throws unless a factor's rows are of equal length, finite, and zero where its form says so. */
export function checkFactor(name: string, factor: NoiseFactor): void {
  const rows = factorRows(factor);
  const columns = "lower" in factor ? rows.length : rows[0]?.length;
  if (!columns || rows.some(row => row.length !== columns))
    throw new RangeError(
      `${name} must have rows of equal length; got lengths ${rows.map(row => row.length).join(", ")}`
    );
  for (const row of rows) for (const x of row) numberIn(name, x, "(−∞, ∞)", () => true);
  if ("lower" in factor)
    for (const [i, row] of rows.entries())
      for (let j = i + 1; j < columns; j++)
        if (row[j] !== 0)
          throw new RangeError(
            `${name}.lower must be zero above its diagonal; got ${row[j]} at (${i}, ${j})`
          );
}
