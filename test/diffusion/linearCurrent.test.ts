import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";
import {randomSpd, uniforms} from "../linalg/random.js";

const problem = (n: number) => {
  const uniform = uniforms(n);
  return {
    pull: randomSpd(n, 10, uniform),
    diffusion: randomSpd(n, 5, uniform),
    theta: Array.from({length: n}, () => uniform() - 0.5)
  };
};
const central = (f: (x: number[]) => number, x: number[], i: number, h = 1e-4) => {
  const at = (s: number) => f(x.map((v, k) => (k === i ? v + s : v)));
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
};

describe("linearCurrent", () => {
  it("is −Aθp − ½Q∇p, by differences of the density", () => {
    for (let n = 1; n <= 4; n++) {
      const {pull, diffusion, theta} = problem(n);
      const {density, current} = linearCurrent({pull, diffusion});
      const p = density(theta);
      const gradient = theta.map((_, i) => central(density, theta, i));
      const scale = pull.norm() * p + diffusion.norm() * Math.hypot(...gradient);
      const j = current(theta);
      for (let i = 0; i < n; i++) {
        let expected = 0;
        for (let k = 0; k < n; k++)
          expected -= pull.get(i, k) * theta[k] * p + 0.5 * diffusion.get(i, k) * gradient[k];
        expect(Math.abs(j[i] - expected)).toBeLessThan(1e-9 * scale);
      }
    }
  });

  it("has no divergence, and the curl that differences give", () => {
    for (let n = 2; n <= 4; n++) {
      const {pull, diffusion, theta} = problem(n);
      const {current, curl, velocity, density} = linearCurrent({pull, diffusion});
      const slope = (i: number, j: number) => central(x => current(x)[j], theta, i);
      const scale = velocity.norm() * density(theta);
      let divergence = 0;
      for (let i = 0; i < n; i++) divergence += slope(i, i);
      expect(Math.abs(divergence)).toBeLessThan(1e-8 * scale);
      const C = curl(theta);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          expect(Math.abs(C.get(i, j) - slope(i, j) + slope(j, i))).toBeLessThan(1e-8 * scale);
    }
  });

  it("vanishes for commuting pull and noise, isotropic or not, and for no others", () => {
    for (let n = 2; n <= 4; n++) {
      const {pull, diffusion} = problem(n);
      const commuting = Matrix.add(pull.mmul(pull), Matrix.eye(n));
      const still = linearCurrent({pull, diffusion: commuting.add(commuting.transpose()).mul(0.5)});
      expect(still.rotation.norm()).toBeLessThan(1e-13 * commuting.norm());
      expect(linearCurrent({pull, diffusion}).rotation.norm()).toBeGreaterThan(1e-3);
    }
  });

  it("turns along the level lines of the density: R and WS are antisymmetric", () => {
    const {pull, diffusion} = problem(3);
    const {rotation, velocity, covariance} = linearCurrent({pull, diffusion});
    expect(Matrix.add(rotation, rotation.transpose()).norm()).toBe(0);
    const turned = velocity.mmul(covariance);
    expect(turned.clone().add(turned.transpose()).norm()).toBeLessThan(1e-13 * turned.norm());
    const balance = Matrix.sub(diffusion, pull.mmul(covariance).mul(2)).mul(0.5);
    expect(Matrix.sub(balance, rotation).norm()).toBeLessThan(1e-13 * diffusion.norm());
  });

  it("says what is wrong with its arguments", () => {
    const eye = Matrix.eye(2);
    expect(() => linearCurrent({pull: eye, diffusion: Matrix.zeros(2, 2)})).toThrow(
      "diffusion must be positive definite"
    );
    expect(() => linearCurrent({pull: Matrix.eye(2, 2, -1), diffusion: eye})).toThrow(
      UnstableError
    );
    expect(() => linearCurrent({pull: eye, diffusion: eye}).density([1])).toThrow(
      "theta must have length 2; got 1"
    );
  });
});
