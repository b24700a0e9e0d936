import {expect, it} from "vitest";
import {fft} from "../../lib/random/fft.js";
import {default_rng} from "../../lib/random/numpy.js";

it.each([1, 2, 8, 64])("is the sum over all terms, n = %d", n => {
  const rng = default_rng(5);
  const [re, im] = [rng.standard_normal(n), rng.standard_normal(n)];
  const [x, y] = [re.slice(), im.slice()];
  fft(re, im);
  for (let j = 0; j < n; j++) {
    let [a, b] = [0, 0];
    for (let k = 0; k < n; k++) {
      const angle = (-2 * Math.PI * ((j * k) % n)) / n;
      a += x[k]! * Math.cos(angle) - y[k]! * Math.sin(angle);
      b += x[k]! * Math.sin(angle) + y[k]! * Math.cos(angle);
    }
    // c·n·ε·‖x‖∞
    expect(Math.abs(re[j]! - a)).toBeLessThan(20 * n * Number.EPSILON);
    expect(Math.abs(im[j]! - b)).toBeLessThan(20 * n * Number.EPSILON);
  }
});

it("refuses lengths that are not a power of two", () => {
  expect(() => fft(new Float64Array(6), new Float64Array(6))).toThrow(
    "re and im must have one length, a power of 2; got 6 and 6"
  );
});
