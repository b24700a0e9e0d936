import {add, divide, multiply, type Pair} from "../elementary/pair.js";
import {productOf} from "../elementary/sumLessProduct.js";

/**
 * 1 − ψ(λ) with ψ(λ) = Σᵢ λaᵢ/(2b − (b+1)λaᵢ), which `linearRegressionLimit` brings to zero: right to a few
 * ε of itself up to there. Not positive where a term's denominator is not.
 */
export function linearRegressionRoom(
  inputEigenvalues: ArrayLike<number>,
  learningRate: number,
  batchSize: number
): number {
  let room: Pair = {high: 1, low: 0};
  for (let i = 0; i < inputEigenvalues.length; i++) {
    const {high, low} = productOf(-learningRate, inputEigenvalues[i]);
    const product = multiply({high, low}, {high: batchSize + 1, low: 0});
    const damping = add({high: 2 * batchSize, low: 0}, product);
    if (!(damping.high > 0)) return -1;
    room = add(room, add(divide(high, damping), divide(low, damping)));
  }
  return room.high;
}

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
  let low = 0;
  let high = 2 / ((1 + 1 / batchSize) * Math.max(...a));
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return low;
    if (linearRegressionRoom(a, middle, batchSize) > 0) low = middle;
    else high = middle;
  }
}
