import {describe, expect, it} from "vitest";
import {
  add,
  identity,
  inverse,
  largestEigenvalue,
  lowerFactor,
  multiply,
  norm,
  product,
  scale,
  smallestEigenvalue,
  subtract,
  transpose
} from "../../claims/brute/arrays.js";
import {covarianceAfter, isStable, steadyCovariance} from "../../claims/brute/augmented.js";
import {keptVariance} from "../../claims/brute/keptVariance.js";
import {largestByPowers} from "../../claims/brute/largestByPowers.js";
import {lyapunovIntegral, simpson} from "../../claims/brute/quadrature.js";
import {summedResponses} from "../../claims/brute/summedResponses.js";
import {pairs} from "../../claims/cases/pairs.js";
import {pullAndPush} from "../../claims/cases/problems.js";
import {entries, toMatrix} from "../../claims/printed/algebra.js";
import {solveLinear} from "../../claims/printed/solveLinear.js";

const eps = Number.EPSILON;

describe("brute force, by the equations that it does not solve", () => {
  it.each(pullAndPush)("the integral satisfies AX + XAᵀ = Q, $name", ({pull, push}) => {
    const x = lyapunovIntegral(pull, push);
    const residual = subtract(add(multiply(pull, x), multiply(x, transpose(pull))), push);
    expect(norm(residual)).toBeLessThan(200 * pull.length * eps * norm(pull) * norm(x));
  });

  it.each(pairs)("the integral up to t has the derivative Q at 0, $name", ({hessian, noise}) => {
    const t = 1e-7;
    const rate = scale(lyapunovIntegral(hessian, noise, t), 1 / t);
    expect(norm(subtract(rate, noise))).toBeLessThan(4 * t * norm(hessian) * norm(noise));
  });

  it.each(pairs)("the steady state is one, $name", ({hessian, noise, trace}) => {
    const rate = 0.8 / trace;
    const sigma = steadyCovariance({hessian, noise, rate});
    const step = subtract(identity(hessian.length), scale(hessian, rate));
    const next = add(product(step, sigma, transpose(step)), scale(noise, rate * rate));
    expect(norm(subtract(next, sigma))).toBeLessThan(100 * hessian.length * eps * norm(sigma));
    const late = covarianceAfter({hessian, noise, rate, momentum: 0.3}, 4000);
    const forever = steadyCovariance({hessian, noise, rate, momentum: 0.3});
    expect(norm(subtract(late, forever))).toBeLessThan(1e-10 * norm(forever));
  });

  it("knows stable from unstable next to the limit", () => {
    expect(isStable({A: [[1 - 1e-9]]})).toBe(true);
    expect(isStable({A: [[-1 - 1e-9]]})).toBe(false);
    expect(() => steadyCovariance({hessian: [[1]], noise: [[1]], rate: 2.1})).toThrow(
      "no steady state"
    );
  });

  it.each(pairs)("finds eigenvalues by bisection and inverses by elimination, $name", pair => {
    const {hessian, noise} = pair;
    const mu = smallestEigenvalue(hessian, noise);
    const shifted = subtract(hessian, scale(noise, mu));
    expect(Math.abs(smallestEigenvalue(shifted))).toBeLessThan(1e-12 * norm(hessian));
    const gap = subtract(multiply(inverse(hessian), hessian), identity(hessian.length));
    expect(norm(gap)).toBeLessThan(1e-12);
  });
});

describe("what several sections share", () => {
  it.each(pairs)("the factor of a noise is one, $name", ({noise}) => {
    const lower = lowerFactor(noise);
    const gap = subtract(multiply(lower, transpose(lower)), noise);
    expect(norm(gap)).toBeLessThan(10 * noise.length * eps * norm(noise));
    expect(lower[0].slice(1).every(x => x === 0)).toBe(true);
  });

  it.each(pairs)("bisection and powers find one largest eigenvalue, $name", ({hessian}) => {
    const byBisection = largestEigenvalue(hessian);
    expect(Math.abs(largestByPowers(hessian) - byBisection)).toBeLessThan(1e-12 * byBisection);
  });

  it.each(pairs)("a covariance is the sum of the responses to its kicks, $name", pair => {
    const {hessian, noise, trace} = pair;
    const scalar = {hessian, noise, rate: 0.8 / trace, momentum: 0.4};
    const matrix = {hessian, noise, rate: scale(inverse(hessian), 0.7), momentum: 0.2};
    for (const optimiser of [scalar, matrix]) {
      const stepped = covarianceAfter(optimiser, 60);
      const gap = subtract(summedResponses(optimiser, 60), stepped);
      expect(norm(gap)).toBeLessThan(100 * hessian.length * eps * norm(stepped));
    }
  });

  it("Simpson's rule is exact on cubics", () => {
    expect(simpson(x => x ** 3 - 2 * x, -1, 3, 2)).toBeCloseTo(12, 12);
  });

  it("kicks that decay add up to the recursion's variance", () => {
    const [rate, curvature, noise] = [0.3, 1.5, 2];
    const sigma = keptVariance(rate, curvature, noise);
    const next = (1 - rate * curvature) ** 2 * sigma + rate ** 2 * noise;
    expect(next).toBeCloseTo(sigma, 12);
  });
});

describe("printed equations", () => {
  it.each(pairs)("are solved as they stand, not symmetric ones too, $name", ({hessian, noise}) => {
    const [h, q] = [toMatrix(hessian), toMatrix(noise)];
    const x = solveLinear(X => h.mmul(X).add(X.mul(0.3)), q);
    const residual = h.mmul(x).add(x.clone().mul(0.3)).sub(q);
    expect(Math.hypot(...entries(residual))).toBeLessThan(1e-12 * norm(noise));
  });
});
