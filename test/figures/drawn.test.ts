import {expect, test} from "vitest";
import type {Chart} from "../../src/components/chart/declaration.js";
import {drawFigures} from "./drawFigures.js";

// Where there is least room; the other widths, and the files of all figures, are in test/long/figures.test.ts.
const drawing = await drawFigures([360], {every: 6});

test("a text that is crossed is found", async () => {
  const line = {
    is: "exact",
    name: "a",
    marks: [
      {x: 0, y: 0},
      {x: 1, y: 1}
    ]
  } as const;
  const chart: Chart = {
    title: "Crossed",
    caption: "",
    description: "",
    x: {label: "x", column: "x"},
    y: {label: "y", column: "y"},
    panels: [{series: [line]}]
  };
  expect(await drawing.drawn([chart], 400)).toEqual([]);
  // Ticks so close that their words meet.
  const ticks = [0.5, 0.501, 0.502];
  const close: Chart = {...chart, y: {...chart.y, ticks}};
  expect(await drawing.drawn([close], 400)).not.toEqual([]);
});
