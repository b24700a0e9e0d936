import {type LinearMoments, linearMoments} from "../simulate/linearMoments.js";
import {type Cell, cellName, type LinearCell} from "../simulate/spec.js";

/**
 * The exact moments of a sweep's cells by their parameters; each cell is followed once, when it is asked for.
 *
 * @throws RangeError where no linear cell has these parameters
 */
export function cellMoments(
  cells: readonly Cell[]
): (parameters: LinearCell["parameters"]) => LinearMoments {
  const byName = new Map(cells.map(cell => [cellName(cell), cell]));
  const known = new Map<string, LinearMoments>();
  return parameters => {
    const name = cellName({parameters});
    const cell = byName.get(name);
    if (!cell || cell.kind === "regression")
      throw new RangeError(`parameters must be those of a linear cell; got ${name}`);
    let moments = known.get(name);
    if (!moments) known.set(name, (moments = linearMoments(cell)));
    return moments;
  };
}

/** E Σ wᵢθᵢ² at a snapshot (default: the last). */
export const expectedSquares = (
  moments: LinearMoments,
  weights: readonly number[],
  snapshot?: number
): number => weights.reduce((sum, w, i) => sum + w * moments.state(i, i, snapshot), 0);
