import {type LinearMoments, linearMoments} from "../simulate/linearMoments.js";
import {type RegressionMoments, regressionMoments} from "../simulate/regressionMoments.js";
import {type Cell, cellName, type LinearCell} from "../simulate/spec.js";

/** What is known exactly of a cell: running averages are of linear cells alone. */
type Moments<C extends Cell> = C extends LinearCell ? LinearMoments : RegressionMoments;

/**
 * The exact moments of a sweep's cells by their parameters; each cell is followed once, when it is asked for.
 *
 * @throws RangeError where no cell has these parameters
 */
export function cellMoments<C extends Cell>(
  cells: readonly C[]
): (parameters: Cell["parameters"]) => Moments<C> {
  const byName = new Map(cells.map(cell => [cellName(cell), cell]));
  const known = new Map<string, Moments<C>>();
  return parameters => {
    const name = cellName({parameters});
    const cell: Cell | undefined = byName.get(name);
    if (!cell) throw new RangeError(`parameters must be those of a cell; got ${name}`);
    let moments = known.get(name);
    if (!moments) {
      moments = (
        cell.kind === "regression" ? regressionMoments(cell) : linearMoments(cell)
      ) as Moments<C>;
      known.set(name, moments);
    }
    return moments;
  };
}

/** E Σ wᵢθᵢ² at a snapshot (default: the last). */
export const expectedSquares = (
  moments: LinearMoments,
  weights: readonly number[],
  snapshot?: number
): number => weights.reduce((sum, w, i) => sum + w * moments.state(i, i, snapshot), 0);
