import {covarianceAfter} from "../brute/augmented.js";
import {concentrated, heated} from "../cases/lemma.js";

/** h Var θ over (τ/2)G, both directions at once after 5000 steps of the recursion as a matrix. */
export function heat({b}: {b: number}) {
  const {share, curvatures} = heated;
  const tau = share / Math.max(...curvatures);
  const diagonal = (values: readonly number[]) =>
    values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));
  const noise = diagonal(curvatures.map(() => 1 / b));
  const hessian = diagonal(curvatures);
  const C = covarianceAfter({hessian, noise, rate: tau * b}, 3000);
  return curvatures.map((h, i) => (h * C[i][i]) / (tau / 2));
}

/** The same ratio for the mean of a turned problem, read off along its axes. */
export function contraction({curvatures: [first, second]}: {curvatures: readonly number[]}) {
  const {learningRate, steps} = concentrated;
  const [c, s] = [0.6, 0.8];
  const H = [
    [c * c * first + s * s * second, c * s * (first - second)],
    [c * s * (first - second), s * s * first + c * c * second]
  ];
  let theta = [c - s, s + c];
  for (let t = 0; t < steps; t++)
    theta = theta.map((x, i) => x - learningRate * (H[i][0] * theta[0] + H[i][1] * theta[1]));
  return (c * theta[1] - s * theta[0]) / (c * theta[0] + s * theta[1]);
}
