import {isOfPoints, labelOf, type Series, shapeOf} from "./declaration.js";
import {colourOf} from "./looks.js";
import {textWidth} from "./text.js";

/** A line of a key: series with where they begin, and what their sign is drawn of. */
export type KeyRow = readonly {
  readonly x: number;
  readonly series: Series;
  readonly swatch: readonly Readonly<Record<string, string | number>>[];
}[];

/** Room of a sign before its name, and between two of them. */
const [before, between] = [26, 18];

/** Series whose labels find no place on their lines, in rows that fit the width. */
export function keyOf(series: readonly Series[], width: number, size: number): KeyRow[] {
  const rows: KeyRow[number][][] = [[]];
  let x = 2;
  for (const each of series) {
    const wide = before + textWidth(labelOf(each), size);
    if (x > 2 && x + wide > width) {
      rows.push([]);
      x = 2;
    }
    rows[rows.length - 1].push({x, series: each, swatch: swatch(each)});
    x += wide + between;
  }
  return rows;
}

/** A sign of a series about the origin's right, 20 pixels wide. */
function swatch(series: Series): Readonly<Record<string, string | number>>[] {
  const colour = colourOf(series.is);
  const shape = shapeOf(series);
  if (shape === "points" && series.is === "printed")
    return [
      {d: "M10,-6L16,0L10,6L4,0Z", fill: "var(--paper)", stroke: colour, "stroke-width": 1.8}
    ];
  if (shape === "crosses") return [{d: "M6,-4L14,4M6,4L14,-4", stroke: colour, "stroke-width": 2}];
  if (isOfPoints(series))
    return [
      {
        d: "M6,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0Z",
        fill: series.second ? "var(--paper)" : colour,
        stroke: colour,
        "stroke-width": 1.2
      }
    ];
  if (shape === "band") return [{d: "M0,-5H20V5H0Z", fill: colour, "fill-opacity": 0.13}];
  const dashes: Partial<Record<Series["is"], string>> = {
    continuous: "6,5",
    surrogate: "1.5,4",
    reference: "1,4"
  };
  const dash = dashes[series.is];
  return [
    {
      d: "M0,0H20",
      fill: "none",
      stroke: colour,
      "stroke-width": 2,
      "stroke-opacity": series.second ? 0.5 : 1,
      ...(dash && {"stroke-dasharray": dash})
    }
  ];
}
