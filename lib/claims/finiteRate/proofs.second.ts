import {add, inverse, multiply, norm, scale, subtract, transpose} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {commutingPairs, definite, optimisers, pairs} from "../cases.js";
import type {Numbers} from "../claim.js";

/** ‖A₂ + A₂ᵀ‖/‖A₂‖ for a random symmetric Σ, with A₂ = K²Σ − 2KΣK + ΣK² multiplied out. */
export const symmetries = (): Numbers =>
  Object.fromEntries(
    pairs.slice(1).map(({name, hessian: k}) => {
      const sigma = inverse(definite(`any Σ, ${name}`, k.length));
      const kk = multiply(k, k);
      const a2 = add(
        subtract(multiply(kk, sigma), scale(multiply(multiply(k, sigma), k), 2)),
        multiply(sigma, kk)
      );
      return [name, [norm(add(a2, transpose(a2))) / norm(a2)]];
    })
  );

/** The covariance of heavy ball stepped 2 000 times from rest, where C commutes with K. */
export const stepped = (): Numbers =>
  Object.fromEntries(
    commutingPairs.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => [
        `${pair.name}, µ = ${momentum}`,
        covarianceAfter({...pair, momentum, rate: rateOver / pair.trace}, 2000).flat()
      ])
    )
  );
