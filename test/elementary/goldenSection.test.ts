import {expect, test} from "vitest";
import {goldenSection} from "../../lib/elementary/goldenSection.js";

test.each([
  ["in the middle", (x: number) => (x - 0.3) ** 4, 0.3],
  ["with a corner", (x: number) => Math.abs(x - 0.7), 0.7],
  ["at the left end", (x: number) => x, 0],
  ["at the right end", (x: number) => -x, 1],
  ["beyond what is infinite", (x: number) => (x < 0.5 ? Infinity : x), 0.5]
])("finds a minimum %s", (_, of, place) =>
  expect(Math.abs(goldenSection(of, [0, 1], 34) - place)).toBeLessThan(0.001)
);

test("so many sections leave 0.618 of the interval each", () => {
  for (const sections of [0, 1, 5, 20]) {
    const found = goldenSection(x => x, [0, 2], sections);
    expect(found).toBeCloseTo(((Math.sqrt(5) - 1) / 2) ** sections, 12);
  }
});
