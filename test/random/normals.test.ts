import {expect, it} from "vitest";
import {normals} from "../../lib/random/normals.js";
import {openUniform} from "../../lib/random/openUniform.js";
import {rademacher} from "../../lib/random/rademacher.js";
import {kolmogorovSmirnov, meanZ, normalCdf, sample, seeded} from "./sampling.js";

it("normals are standard normal (n = 10⁵)", () => {
  const source = normals(seeded(25));
  const z = sample(100_000, () => source.next());
  expect(kolmogorovSmirnov(z, normalCdf)).toBeLessThan(2.23);
  expect(
    Math.abs(
      meanZ(
        z.map(x => x ** 4),
        3,
        96
      )
    )
  ).toBeLessThan(4);
});

it("the two normals of a pair, and neighbouring pairs, are uncorrelated, and so are their squares", () => {
  const source = normals(seeded(26));
  const z = sample(100_000, () => source.next());
  for (const lag of [1, 2]) {
    const products = z.slice(lag).map((x, i) => x * z[i]!);
    expect(Math.abs(meanZ(products, 0, 1))).toBeLessThan(4);
    const squares = z.slice(lag).map((x, i) => (x * x - 1) * (z[i]! ** 2 - 1));
    expect(Math.abs(meanZ(squares, 0, 4))).toBeLessThan(4);
  }
});

it("openUniform stays inside (0, 1) whatever the source gives", () => {
  expect(openUniform({next: () => 0})).toBe(2 ** -53);
  expect(openUniform({next: () => 1 - 2 ** -53})).toBe(1 - 2 ** -53);
  expect(openUniform({next: () => 1 - 2 ** -32})).toBe(1 - 2 ** -53);
});

it("rademacher is a fair sign (n = 10⁵)", () => {
  const source = seeded(27);
  const signs = sample(100_000, () => rademacher(source));
  expect(new Set(signs)).toEqual(new Set([-1, 1]));
  expect(Math.abs(meanZ(signs, 0, 1))).toBeLessThan(4);
});
