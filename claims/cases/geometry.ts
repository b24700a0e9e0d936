import type {Rows} from "./matrices.js";
import {binaryModel} from "./problems.js";

/** A Hessian H and an information F, or the G that stands for it. */
export interface Curved {
  readonly name: string;
  readonly hessian: Rows;
  readonly noise: Rows;
}

/** H = diag(1, 20), and F with eigenvalues 1 and 50, turned. */
function turnedBy(degrees: number): Curved {
  const angle = (degrees / 180) * Math.PI;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    name: `turned by ${degrees}°`,
    hessian: [
      [1, 0],
      [0, 20]
    ],
    noise: [
      [c * c + 50 * s * s, -49 * c * s],
      [-49 * c * s, s * s + 50 * c * c]
    ]
  };
}
export const turnedAxes = turnedBy(30);
export const alignedAxes = turnedBy(0);
export const slightlyTurned = turnedBy(2);

/** Parameters of a logistic regression, and others at a distance from them. */
export const distances = [0.3, 0.1, 0.03, 0.01].map(r => ({
  name: `distance ${r}`,
  here: binaryModel.parameters,
  there: binaryModel.parameters.map((x, i) => x + r * (i === 0 ? 0.6 : 0.8))
}));
