import {integer, numberIn} from "../check.js";

/** An interval cut into equal cells. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly cells: number;
}

/** The most cells along one axis. */
const mostCells = 4096;

/** Throws unless `axis` is a bounded interval with 2 to `most` cells. */
export function checkAxis(name: string, {low, high, cells}: Axis, most = mostCells): void {
  numberIn(`${name}.low`, low, "(−∞, ∞)", () => true);
  numberIn(`${name}.high`, high, `(low, ∞) = (${low}, ∞)`, x => x > low);
  integer(`${name}.cells`, cells, 2, most);
}

/** The width of a cell. */
export const cellWidth = ({low, high, cells}: Axis): number => (high - low) / cells;

/** The centres of the cells of an axis. */
export function cellCentres(axis: Axis): Float64Array {
  const h = cellWidth(axis);
  return Float64Array.from({length: axis.cells}, (_, i) => axis.low + (i + 0.5) * h);
}
