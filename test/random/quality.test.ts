import {expect, test} from "vitest";
import {randomQuality} from "../../tools/bench/random.js";

const draws = 8e6;
/** Of 26 statistics, one falls below this by chance in 1,500 seeds. */
const least = 2.5e-5;

test("moments, body, tails and correlations of 8 million of the kernel's normals", async () => {
  for (const perStream of [2048, 2 ** 18]) {
    const rows = await randomQuality({draws, seed: 2, perStream});
    expect(rows).toHaveLength(24);
    for (const {name, pValue} of rows) expect(pValue, name).toBeGreaterThan(least);
  }
});

const each = (f: (z: Float32Array, i: number) => number) => (z: Float32Array) => {
  for (let i = 0; i < z.length; i++) z[i] = f(z, i);
};
const spoilt: [string, (z: Float32Array) => void, RegExp][] = [
  ["a scale off by 0.2 %", each((z, i) => 1.002 * z[i]), /order 2/],
  ["tails cut at 4.5", each((z, i) => Math.max(-4.5, Math.min(4.5, z[i]))), /beyond 4.5 σ/],
  ["a shift by 0.003", each((z, i) => z[i] + 0.003), /order 1/],
  ["a coarse grid", each((z, i) => Math.round(z[i] * 300) / 300), /χ²/],
  ["a copied stream", each((z, i) => z[i % 4 === 1 ? i - 1 : i]), /values, neighbouring/],
  ["a lagged echo", each((z, i) => z[i] + 0.003 * (z[i - 12] ?? 0)), /values, lag 3/],
  [
    "radii that persist",
    each((z, i) => (i % 8 > 3 ? Math.sign(z[i]) * Math.abs(z[i - 4]) : z[i])),
    /squares, lag 1/
  ]
];

test.each(spoilt)("%s does not pass", async (_, tamper, where) => {
  const rows = await randomQuality({draws, seed: 2, tamper});
  const caught = rows.filter(({pValue}) => pValue < least).map(({name}) => name);
  expect(
    caught.some(name => where.test(name)),
    caught.join("; ")
  ).toBe(true);
});
