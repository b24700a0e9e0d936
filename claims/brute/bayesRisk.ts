import type {Rows} from "../cases/matrices.js";
import {add, identity, inverse, product, scale, subtract, trace, transpose} from "./arrays.js";
import {limit} from "./limit.js";

const calls = 4;

/** The covariance of φ given so many answers φ + ζ, Cov ζ = G, one after another, from φ ~ N(0, s²I). */
function posterior(G: Rows, squaredWidth: number): number[][] {
  let P = scale(identity(G.length), squaredWidth);
  for (let t = 0; t < calls; t++) P = subtract(P, product(P, inverse(add(P, G)), P));
  return P;
}

/**
 * n times the Bayes risk of θ⋆ in the metric M given n answers φ + ζ, φ = Hθ⋆, under normal priors on φ of
 * growing width: a worst risk over all θ⋆ is below none of them, and so not below their limit.
 */
export function bayesRisk(H: Rows, G: Rows, M: Rows): number {
  const back = inverse(H);
  const weight = product(transpose(back), M, back);
  const risk = (share: number) => calls * trace(product(weight, posterior(G, trace(G) / share)));
  return limit(share => [risk(share)], 1 / 8, 1, 8)[0];
}
