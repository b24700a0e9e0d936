import {expect, it} from "vitest";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {probabilityWithin} from "../../lib/statistics/probabilityWithin.js";

it("is the share of draws that keep the promise", () => {
  const estimates = [
    {bias: 0, error: 0.008},
    {bias: 0.006, error: 0.004},
    {bias: -0.002, error: 0.012}
  ];
  const z = normals(uniforms({seed: 1, experiment: "promise", cell: "", replicate: 0}));
  const n = 40_000;
  let kept = 0;
  for (let k = 0; k < n; k++)
    if (estimates.map(({bias, error}) => bias + error * z.next()).every(x => Math.abs(x) <= 0.01))
      kept++;
  const p = probabilityWithin(0.01, estimates);
  expect(Math.abs(kept / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
});

it("is certain without error and hopeless with too much bias", () => {
  expect(probabilityWithin(0.01, [{bias: 0, error: 1e-4}])).toBe(1);
  expect(probabilityWithin(0.01, [{bias: 0.0256, error: 6e-4}])).toBe(0);
  expect(probabilityWithin(0.01, [])).toBe(1);
});

it("names what it cannot use", () => {
  expect(() => probabilityWithin(0.01, [{bias: 0, error: 0}])).toThrow(/estimates\[0\]\.error/);
  expect(() => probabilityWithin(0, [])).toThrow(/tolerance/);
});
