import {expect, it} from "vitest";
import {log1p} from "../../lib/random/numpy/log1p.js";
import {default_rng} from "../../lib/random/numpy.js";
import {fixed, logFixed, ulpError} from "../elementary/reference.js";
import {expectDigest} from "./digest.js";
import fixture from "./fixtures/numpy.json" with {type: "json"};

it("is bit for bit that of the C library on 2·10⁶ arguments: uniform, and of every size", () => {
  const [uniform, small] = fixture.log1p;
  expect(fixture.libc).toBe("glibc 2.36");
  const first = default_rng(7).random(uniform!.count);
  expectDigest(
    first.map(u => log1p(-u)),
    uniform!
  );
  const second = default_rng(8).random(small!.count);
  expectDigest(
    second.map((u, k) => log1p(0 - Math.floor(u * 2 ** (53 - (k % 53))) * 2 ** -53)),
    small!
  );
});

it("is right to 1 ulp", () => {
  for (const u of default_rng(9).random(2000))
    expect(ulpError(log1p(-u), logFixed(fixed(1) - fixed(u)))).toBeLessThan(1);
});

it("keeps the ends, and refuses what lies beyond", () => {
  expect(log1p(-(2 ** -53))).toBe(-(2 ** -53));
  expect(log1p(-(1 - 2 ** -53))).toBe(-36.7368005696771);
  expect(() => log1p(-1)).toThrow("x must lie in (−1, 0]; got -1");
});
