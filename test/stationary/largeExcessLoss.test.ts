import type {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {excessLoss} from "../../lib/stationary/excessLoss.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {stabilityLimit} from "../../lib/stationary/stabilityLimit.js";
import {graded, symmetricWith, uniforms} from "../linalg/random.js";

describe.each([63, 64, 90])("at order %i", n => {
  const uniform = uniforms(n);
  const hessian = symmetricWith(graded(n, 50), uniform);
  const noise = symmetricWith(graded(n, 1e3), uniform);

  it.each([
    [0.5, 0],
    [1.9, 0],
    [1.9, 0.5]
  ])("the loss is ½ Tr KΣ, λ = %d, µ = %d", (learningRate, momentum) => {
    const run = {hessian, noise, learningRate, momentum};
    const trace = 0.5 * hessian.mmul(momentumCovariance(run)).trace();
    expect(Math.abs(excessLoss(run) / trace - 1)).toBeLessThan(20 * n * Number.EPSILON);
  });

  it("says what is wrong", () => {
    const loss = (K: Matrix, learningRate: number) => excessLoss({hessian: K, noise, learningRate});
    expect(() => loss(hessian, 2.1)).toThrow(UnstableError);
    expect(() => loss(hessian, 2.1)).toThrow("learningRate must lie in (0, 2(1+momentum)/λmax)");
    const indefinite = symmetricWith([...graded(n - 1, 50), -0.5], uniform);
    expect(() => loss(indefinite, 0.5)).toThrow("hessian must be positive definite");
    expect(() => stabilityLimit({hessian: indefinite})).toThrow(
      "hessian must be positive definite"
    );
  });

  it("the limit is 2/λmax", () => {
    expect(Math.abs(stabilityLimit({hessian}) / 2 - 1)).toBeLessThan(n * Number.EPSILON);
  });
});
