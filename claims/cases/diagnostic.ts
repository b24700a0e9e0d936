/** Covariances on which the diagnostics of Fisher §9.4 are tried: plain data. */

/** Along the axes. */
export const plainAxes = {
  name: "along the axes",
  covariance: [
    [9, 0, 0],
    [0, 3, 0],
    [0, 0, 0.5]
  ]
};

/** Equal variances and a correlation. */
const correlation = 0.99;
export const correlated = {
  name: `correlation ${correlation}`,
  covariance: [
    [1, correlation],
    [correlation, 1]
  ]
};

/** Gradients on three points of the plane. */
export const threePoints = {
  points: [
    [2, 0],
    [-1, 1],
    [-1, -1]
  ],
  probabilities: [1 / 3, 1 / 3, 1 / 3],
  samples: 100
} as const;

/** Four Gaussian gradients turned out of the axes, a rank-2 part of them streamed. */
export const streamed = {
  name: "d = 4, k = 2",
  eigenvalues: [8, 4, 0.5, 0.25],
  rank: 2,
  gradients: 100_000
} as const;
