import {cellWidth} from "./axis.js";
import type {FokkerPlanck} from "./fokkerPlanck.js";

/** From a cell to its neighbours, in cells and in the order of `offsets`; on a line the first alone. */
const displacements = [
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 1]
] as const;

/**
 * The probability current at the centres of the cells, one array per axis, with ∂ₜp = −∇·j.
 *
 *     j(c) = Σ over the neighbours c′ of c:  (flow from c to c′)·(x_c′ − x_c)/2 / cellVolume
 *
 * Units: probability per unit time and, in the plane, per unit length. Second order in the cell size.
 *
 * @throws RangeError if masses have another length.
 * @example probabilityCurrent(ou, stationaryMasses(ou)) // zeros on a line, to rounding
 */
export function probabilityCurrent(
  {axes, size, cellVolume, offsets, forward, backward}: FokkerPlanck,
  masses: Float64Array
): Float64Array[] {
  if (masses.length !== size)
    throw new RangeError(`masses must have length ${size}; got ${masses.length}`);
  const current = axes.map(() => new Float64Array(size));
  offsets.forEach((o, k) => {
    const displacement = displacements[k];
    for (let c = 0; c + o < size; c++) {
      const flow = forward[k][c] * masses[c] - backward[k][c] * masses[c + o];
      if (flow === 0) continue;
      axes.forEach((axis, a) => {
        const part = (flow * displacement[a] * cellWidth(axis)) / (2 * cellVolume);
        current[a][c] += part;
        current[a][c + o] += part;
      });
    }
  });
  return current;
}
