import {describe, expect, it} from "vitest";
import {helmholtz} from "../../lib/diffusion/helmholtz.js";

const n = 32;
const at = (f: (x: number, y: number) => number) =>
  Float64Array.from({length: n * n}, (_, c) =>
    f((2 * Math.PI * (c % n)) / n, (2 * Math.PI * Math.floor(c / n)) / n)
  );
const far = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, v, c) => Math.max(most, Math.abs(v - b[c])), 0);

describe("helmholtz", () => {
  it("takes a gradient and a rotation apart", () => {
    // ∇ of sin(x + 2y) + cos 3x, and (∂ᵧ, −∂ₓ) of cos(2x − y) sin y.
    const gradient = {
      x: at((x, y) => Math.cos(x + 2 * y) - 3 * Math.sin(3 * x)),
      y: at((x, y) => 2 * Math.cos(x + 2 * y))
    };
    const rotation = {
      x: at((x, y) => Math.sin(2 * x - y) * Math.sin(y) + Math.cos(2 * x - y) * Math.cos(y)),
      y: at((x, y) => 2 * Math.sin(2 * x - y) * Math.sin(y))
    };
    const sum = {
      x: gradient.x.map((v, c) => v + rotation.x[c]),
      y: gradient.y.map((v, c) => v + rotation.y[c])
    };
    const {curlFree, divergenceFree} = helmholtz(sum);
    expect(far(curlFree.x, gradient.x)).toBeLessThan(1e-12);
    expect(far(curlFree.y, gradient.y)).toBeLessThan(1e-12);
    expect(far(divergenceFree.x, rotation.x)).toBeLessThan(1e-12);
    expect(far(divergenceFree.y, rotation.y)).toBeLessThan(1e-12);
  });

  it("leaves a uniform field to the part without divergence", () => {
    const {curlFree} = helmholtz({x: at(() => 1), y: at(() => -2)});
    expect(
      far(
        curlFree.x,
        at(() => 0)
      )
    ).toBe(0);
  });

  it("wants a square of a power of two", () => {
    const nine = new Float64Array(9);
    expect(() => helmholtz({x: nine, y: nine})).toThrow("power of 2");
    expect(() => helmholtz({x: new Float64Array(16), y: nine})).toThrow("16 and 9");
  });
});
