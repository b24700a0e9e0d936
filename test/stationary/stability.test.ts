import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {linearRegressionLimit} from "../../lib/stationary/linearRegressionLimit.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {heavyBallLimit, qhmLimit, requireStable} from "../../lib/stationary/stability.js";
import {randomSpd, uniforms} from "../linalg/random.js";
import {recursion, spectralRadius} from "./augmented.js";
import {largestEigenvalue} from "./cases.js";

const momenta = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];
const nus = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const inside = [1e-3, 0.1, 0.5, 0.9, 0.999];
const outside = [1.001, 1.1, 2, 10];

/** The spectral radius of the update matrix on a Hessian with curvatures 1, 0.3 and 0.01, turned. */
const hessian = randomSpd(3, 100, uniforms(31));
const largest = largestEigenvalue(hessian);
const radius = (rate: number, momentum: number, nu: number, damped: boolean) =>
  spectralRadius(recursion({hessian, noise: Matrix.eye(3), rate, momentum, nu, damped}));

describe("stability", () => {
  it("heavyBallLimit is where the spectral radius of the update crosses 1", () => {
    for (const momentum of momenta) {
      const limit = heavyBallLimit(largest, momentum);
      for (const f of inside) expect(radius(f * limit, momentum, 1, false)).toBeLessThan(1);
      for (const f of outside) expect(radius(f * limit, momentum, 1, false)).toBeGreaterThan(1);
      for (const f of [-1, -1e-3]) expect(radius(f * limit, momentum, 1, false)).toBeGreaterThan(1);
    }
  });

  it("qhmLimit is where the spectral radius of the update crosses 1", () => {
    for (const momentum of momenta)
      for (const nu of nus) {
        const limit = qhmLimit(largest, momentum, nu);
        for (const f of inside) expect(radius(f * limit, momentum, nu, true)).toBeLessThan(1);
        for (const f of outside) expect(radius(f * limit, momentum, nu, true)).toBeGreaterThan(1);
      }
  });

  it("qhmLimit has heavy ball and SGD as its ends", () => {
    for (const momentum of momenta) {
      const ball = heavyBallLimit(3, momentum) / (1 - momentum);
      expect(Math.abs(qhmLimit(3, momentum, 1) / ball - 1)).toBeLessThan(1e-13);
      expect(Math.abs(qhmLimit(3, momentum, 0) / heavyBallLimit(3, 0) - 1)).toBeLessThan(1e-13);
    }
  });

  it("preconditioned heavy ball is stable exactly while the spectrum of ΛK is below 2(1+µ)", () => {
    const uniform = uniforms(32);
    const noise = Matrix.eye(3);
    for (const momentum of momenta) {
      const shape = randomSpd(3, 50, uniform);
      const top = largestEigenvalue(shape.mmul(hessian));
      for (const f of [...inside, ...outside]) {
        const preconditioner = shape.clone().mul((f * 2 * (1 + momentum)) / top);
        const call = () => preconditionedCovariance({hessian, noise, preconditioner, momentum});
        const rho = spectralRadius(recursion({hessian, noise, rate: preconditioner, momentum}));
        if (f < 1) {
          expect(rho).toBeLessThan(1);
          expect(call).not.toThrow();
        } else {
          expect(rho).toBeGreaterThan(1);
          expect(call).toThrow(/in \(0, 2\(1\+momentum\)\)/);
        }
      }
    }
  });

  it("linearRegressionLimit is where the second moment stops contracting", () => {
    expect(linearRegressionLimit([1], 1)).toBeCloseTo(2 / 3, 15);
    expect(linearRegressionLimit([1], 1e15)).toBeCloseTo(2, 12);
    const a = [2, 1, 0.3];
    for (const b of [1, 2, 10, 1000]) {
      // Diagonal second moments step by (1−λaᵢ)² + (λ²/b)(aᵢ² + aᵢaⱼ): enough, as these dominate.
      const step = (rate: number) =>
        new Matrix(
          a.map((x, i) =>
            a.map(
              (y, j) =>
                (i === j ? (1 - rate * x) ** 2 + (rate * x) ** 2 / b : 0) + (rate ** 2 * x * y) / b
            )
          )
        );
      const limit = linearRegressionLimit(a, b);
      for (const f of inside) expect(largestEigenvalue(step(f * limit))).toBeLessThan(1);
      for (const f of outside) expect(largestEigenvalue(step(f * limit))).toBeGreaterThan(1);
      expect(limit).toBeLessThan(2 / 2);
    }
  });

  it("requireStable refuses both ends", () => {
    for (const rate of [0, 1, -1, 2])
      expect(() => requireStable(rate, 1, "x", () => 1 - rate)).toThrow(/\(0, x\)/);
    expect(() => requireStable(0.5, 1, "x", () => 0.5)).not.toThrow();
  });
});
