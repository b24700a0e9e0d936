import {correlation, plainAxes, streamed, threePoints} from "../cases/diagnostic.js";
import type {Numbers} from "../ledger/claim.js";

/** The largest over the smallest entry of the diagonal, for κ of G. */
export const spreadAlongAxes = (): Numbers => ({
  "along the axes": [Math.max(...plainAxes) / Math.min(...plainAxes)]
});
export const spreadCorrelated = (): Numbers => ({[`correlation ${correlation}`]: [1]});
export const spreadOfRoots = (): Numbers => ({
  "along the axes": [Math.sqrt(Math.max(...plainAxes) / Math.min(...plainAxes))]
});

/** d_eff of the law itself: variances 2 and ⅔. */
const trueDimension = () => {
  const {points, probabilities} = threePoints;
  const variance = [0, 1].map(j =>
    points.reduce((sum, point, k) => sum + probabilities[k] * point[j] ** 2, 0)
  );
  return (variance[0] + variance[1]) / Math.max(...variance);
};
export const dimensionOfMany = (): Numbers => ({"m → ∞": [trueDimension()]});
export const dimensionOfTwo = (): Numbers => ({"m = 2": [trueDimension()]});
export const dimensionBySquares = (): Numbers => ({"m → ∞": [trueDimension() ** 2]});

const {eigenvalues, rank} = streamed;
const share = (values: readonly number[]) => ({
  "share of the variance": [
    values.reduce((a, b) => a + b, 0) / eigenvalues.reduce((a, b) => a + b, 0)
  ]
});

/** (λ₁ + … + λ_k)/Tr G, and one direction fewer. */
export const leadingShare = (): Numbers => share(eigenvalues.slice(0, rank));
export const leadingShareOfFewer = (): Numbers => share(eigenvalues.slice(0, rank - 1));
