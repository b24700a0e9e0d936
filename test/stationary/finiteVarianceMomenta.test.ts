import {expect, it} from "vitest";
import {finiteVarianceMomenta} from "../../lib/stationary/finiteVarianceMomenta.js";

/** Whether E w², E wm and E m² settle under m ← µm + aw, w ← w − λm. */
function settles(a: number, v: number, l: number, mu: number) {
  const square = a * a + v;
  let moments = [1, 0, 0];
  let size = 0;
  for (let k = 0; k < 4000; k++) {
    const [ww, wm, mm] = moments;
    const next = [
      (1 - 2 * l * a + l * l * square) * ww + 2 * l * mu * (l * a - 1) * wm + (l * mu) ** 2 * mm,
      (a - l * square) * ww + mu * (1 - 2 * l * a) * wm - l * mu * mu * mm,
      square * ww + 2 * mu * a * wm + mu * mu * mm
    ];
    size = Math.hypot(...next);
    moments = next.map(x => x / size);
  }
  return size < 1;
}

it.each([
  {a: 0.98, v: 0.018, l: 2.75},
  {a: 1, v: 0.01, l: 3.2},
  {a: 2, v: 0.3, l: 1.2},
  {a: 1, v: 0.05, l: 1}
])("is where the second moments begin and cease to settle at $a, $v, $l", ({a, v, l}) => {
  const [low, high] = finiteVarianceMomenta({curvature: a, curvatureVariance: v, learningRate: l});
  if (low > 0) expect(settles(a, v, l, low - 0.003)).toBe(false);
  expect(settles(a, v, l, low + 0.003)).toBe(true);
  expect(settles(a, v, l, high - 0.003)).toBe(true);
  expect(settles(a, v, l, high + 0.003)).toBe(false);
});

it("refuses steps that no momentum makes stable", () => {
  expect(() =>
    finiteVarianceMomenta({curvature: 1, curvatureVariance: 1, learningRate: 3})
  ).toThrow(/no momentum/);
});
