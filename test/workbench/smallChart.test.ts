import {expect, test} from "vitest";
import {smallChart} from "../../lib/workbench/export/smallChart.js";

test("bars end inside the picture, and points keep their order", () => {
  const svg = smallChart({
    title: "a & b",
    x: {label: "k"},
    y: {label: "noise", log: true},
    series: [
      {
        look: "dots",
        points: [
          [1, 10],
          [2, 1]
        ],
        bars: [
          [5, 40],
          [0.5, 2]
        ]
      }
    ]
  });
  const bars = [...svg.matchAll(/d="M[\d.]+ ([\d.]+)V([\d.]+)" stroke="#0b6e99"/g)].map(
    ([, from, to]) => [Number(from), Number(to)]
  );
  const places = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(bars).toHaveLength(2);
  for (const [k, [low, high]] of bars.entries()) {
    expect(high).toBeLessThan(places[k] - 5);
    expect(low).toBeGreaterThan(places[k] + 5);
  }
});
