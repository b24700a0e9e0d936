import {type plainAxes, type streamed, threePoints} from "../cases/diagnostic.js";

/** The largest over the smallest entry of the diagonal, for κ of G. */
export function spread({covariance}: typeof plainAxes) {
  const diagonal = covariance.map((row, i) => row[i]);
  return Math.max(...diagonal) / Math.min(...diagonal);
}
export const spreadOfRoots = (each: typeof plainAxes) => Math.sqrt(spread(each));

/** d_eff of the law itself: variances 2 and ⅔. */
export function dimension() {
  const {points, probabilities} = threePoints;
  const variance = [0, 1].map(j =>
    points.reduce((sum, point, k) => sum + probabilities[k] * point[j] ** 2, 0)
  );
  return (variance[0] + variance[1]) / Math.max(...variance);
}
export const dimensionBySquares = () => dimension() ** 2;

type Streamed = typeof streamed;
const share = ({eigenvalues}: Streamed, rank: number) =>
  eigenvalues.slice(0, rank).reduce((a, b) => a + b, 0) / eigenvalues.reduce((a, b) => a + b, 0);

/** (λ₁ + … + λ_k)/Tr G, and one direction fewer. */
export const leadingShare = (each: Streamed) => share(each, each.rank);
export const leadingShareOfFewer = (each: Streamed) => share(each, each.rank - 1);
