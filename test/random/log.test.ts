import {expect, it} from "vitest";
import {log} from "../../lib/random/numpy/log.js";
import {default_rng} from "../../lib/random/numpy.js";
import {fixed, logFixed, ulpError} from "../elementary/reference.js";
import {expectDigest} from "./digest.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

const [uniform, near, wide] = fixture.log;

it("is bit for bit that of the C library on 3·10⁶ arguments: uniform, near 1, and of every size", () => {
  const count = uniform!.count;
  expectDigest(
    default_rng(7)
      .random(count)
      .map(u => log(1 - u)),
    uniform!
  );
  expectDigest(
    default_rng(8)
      .random(count)
      .map((u, k) => log((1 - u / 8) * 2 ** -(k % 3))),
    near!
  );
  expectDigest(
    default_rng(9)
      .random(count)
      .map((u, k) => log((1 - u) * 2 ** -(k % 900))),
    wide!
  );
});

it("is right to 0.52 ulp", () => {
  for (const u of default_rng(10).random(2000))
    expect(ulpError(log(1 - u), logFixed(fixed(1 - u)))).toBeLessThan(0.52);
});

it("is 0 at 1, and refuses what it does not cover", () => {
  expect(log(1)).toBe(0);
  expect(() => log(0)).toThrow("x must lie in [2⁻¹⁰⁰⁰, 1]; got 0");
});
