import {numberIn} from "../check.js";
import type {Population} from "./finiteMixture.js";

/**
 * Two populations of gradients in the plane, equally likely, on three points each. Their covariances
 * differ; their means are ±(δ/2)(0.6, 0.8), so that δ = 0 leaves a mixture whose conditional mean does
 * not vary.
 *
 * @throws RangeError unless δ lies in [0, 10].
 * @example twoPopulations(0)[0].points[0]; // [1.5, 0.5]
 */
export function twoPopulations(separation: number): Population[] {
  const half = numberIn("separation", separation, "[0, 10]", x => x >= 0 && x <= 10) / 2;
  const shapes = [
    {
      points: [
        [1.5, 0.5],
        [-1, 0.5],
        [-0.5, -1]
      ],
      sign: 1
    },
    {
      points: [
        [0.5, -1.5],
        [0.5, 1],
        [-1, 0.5]
      ],
      sign: -1
    }
  ];
  return shapes.map(({points, sign}) => ({
    weight: 0.5,
    points: points.map(([x, y]) => [x + sign * half * 0.6, y + sign * half * 0.8]),
    probabilities: [1 / 3, 1 / 3, 1 / 3]
  }));
}
