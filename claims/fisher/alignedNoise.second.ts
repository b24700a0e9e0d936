import {add, identity, inverse, product, scale} from "../brute/arrays.js";
import {largestByPowers} from "../brute/largestByPowers.js";
import {leastSquares, type Place, type rareLabel} from "../cases/oracle.js";

/** σ²E xxᵀ and the covariance of one gradient, from the moments of x and of the error. */
function momentsOf(delta: readonly number[], weights: readonly number[]) {
  const {inputs, deviation} = leastSquares;
  let second = scale(identity(2), 0);
  let first = [0, 0];
  let information = scale(identity(2), 0);
  for (const [k, x] of inputs.entries()) {
    const miss = x[0] * delta[0] + x[1] * delta[1];
    const square = x.map(a => x.map(b => a * b));
    second = add(second, scale(square, weights[k] * (miss ** 2 + deviation ** 2)));
    information = add(information, scale(square, deviation ** 2 / inputs.length));
    first = first.map((m, i) => m + weights[k] * miss * x[i]);
  }
  const covariance = second.map((row, i) => row.map((x, j) => x - first[i] * first[j]));
  return {covariance, information};
}

export function alignedAt({delta}: Place) {
  const even = leastSquares.inputs.map(() => 1 / leastSquares.inputs.length);
  const {covariance, information} = momentsOf(delta, even);
  return largestByPowers(product(inverse(information), covariance));
}

/** The exponents from the law of the batch mean, by adding one gradient after another. */
export function convolvedExponents({b, probability: p, pulls}: (typeof rareLabel)[number]) {
  let law = [1];
  for (let k = 0; k < b; k++)
    law = [...law, 0].map((x, j) => (1 - p) * x + p * (j > 0 ? law[j - 1] : 0));
  return pulls.map(x =>
    Math.log(law.reduce((sum, w, j) => sum + w * Math.exp(x * (j - b * p)), 0))
  );
}
