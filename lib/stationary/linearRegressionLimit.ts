/**
 * The learning rate λ* at which the second moment of SGD on Gaussian linear regression stops
 * contracting: the one root in (0, 2/((1+1/b)λmax)) of
 *
 * ψ(λ) = Σᵢ (λaᵢ/b)/(2 − λaᵢ(1+1/b)) = 1,
 *
 * aᵢ (`inputEigenvalues`) the eigenvalues of the input covariance, b (`batchSize`) ≥ 1. ψ grows
 * from 0 to ∞ on that interval, so every λ in (0, λ*) is stable and no other.
 *
 * Method: bisection down to neighbouring floating-point numbers.
 *
 * @example
 * linearRegressionLimit([1], 1); // 2/3, from E[(1 − λx²)²] = 1 − 2λ + 3λ² = 1
 */
export function linearRegressionLimit(
  inputEigenvalues: ArrayLike<number>,
  batchSize: number
): number {
  const a = Array.from(inputEigenvalues);
  const feedback = (rate: number) =>
    a.reduce((sum, x) => {
      const damping = 2 - rate * x * (1 + 1 / batchSize);
      return damping > 0 ? sum + (rate * x) / batchSize / damping : Infinity;
    }, 0);
  let low = 0;
  let high = 2 / ((1 + 1 / batchSize) * Math.max(...a));
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return low;
    if (feedback(middle) < 1) low = middle;
    else high = middle;
  }
}
