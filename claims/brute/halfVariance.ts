/** Half the variance of one update from w = 0.3, the noise ±√C with chances ½. */
export const halfVariance = (rate: number, noise: number) => {
  const moves = [1, -1].map(sign => -rate * (0.3 + sign * Math.sqrt(noise)));
  const mean = (moves[0] + moves[1]) / 2;
  return ((moves[0] - mean) ** 2 + (moves[1] - mean) ** 2) / 4;
};
