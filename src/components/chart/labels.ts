import {isOfPoints, labelOf, type Mark, type Panel, type Series, shapeOf} from "./declaration.js";
import {colourOf} from "./looks.js";
import {type Box, type Point, placeLabels, type Wish} from "./placeLabels.js";
import {svg} from "./svg.js";
import {setText, textWidth} from "./text.js";

/** Size of the labels on lines. */
export const labelSize = 13;

/** Paper around letters, a text of its own below them: as their outline it would cover what stands before a script. */
const halo = {
  "aria-hidden": "true",
  fill: "none",
  stroke: "var(--paper)",
  "stroke-width": 4,
  "stroke-linejoin": "round"
};

/** Puts the labels on their lines, and returns the series whose label finds no place. */
export function placeOnLines(
  group: SVGGElement,
  panel: Panel,
  labelled: readonly Series[],
  place: (mark: Mark) => Point,
  {frame, edge}: {frame: Box; edge: number}
): Series[] {
  const pathOf = (series: Series): Point[] => {
    const points = series.marks.map(place);
    if (shapeOf(series) === "band") return series.marks.map(({x, high}) => place({x, y: high}));
    if (shapeOf(series) !== "rule")
      return shapeOf(series) === "loop" && points.length ? [...points, points[0]] : points;
    return points.flatMap(([x, y]): Point[] =>
      Number.isNaN(x)
        ? [
            [frame.left, y],
            [frame.right, y]
          ]
        : [
            [x, frame.top],
            [x, frame.bottom]
          ]
    );
  };
  const joined = (series: Series) => !isOfPoints(series) && shapeOf(series) !== "cells";
  const wishes = labelled.map(
    (series): Wish => ({
      width: textWidth(labelOf(series), labelSize) + 2,
      height: labelSize + 3,
      path: pathOf(series),
      joined: joined(series),
      near: series.near ?? 0.8,
      beyond: edge - frame.right > 40 ? edge : undefined,
      by: series
    })
  );
  const boxes = placeLabels(wishes, {
    lines: panel.series.filter(joined).flatMap(series => linesOf(series, pathOf(series), place)),
    boxes: panel.series
      .filter(series => isOfPoints(series) && shapeOf(series) !== "cloud")
      .flatMap(series => series.marks.map(mark => ({...boxOf(series, mark, place), by: series}))),
    frame
  });
  // Labels keep off lines and points; clouds and maps may lie under them.
  const onMarks = panel.series.some(series => ["cloud", "cells"].includes(shapeOf(series)));
  const unplaced: Series[] = [];
  for (const [i, box] of boxes.entries()) {
    const series = labelled[i];
    if (!box) {
      unplaced.push(series);
      continue;
    }
    const where = {
      x: (box.left + box.right) / 2,
      y: box.bottom - 4,
      "font-size": labelSize,
      "font-weight": 600
    };
    const written = (attributes: Readonly<Record<string, string | number>>) => {
      const node = svg("text", {...where, ...attributes});
      setText(node, labelOf(series));
      return node;
    };
    if (onMarks) group.append(written(halo));
    group.append(written({class: "line-label", fill: colourOf(series.is)}));
  }
  return unplaced;
}

/** What of a series no label may cross: a band's two edges, each rule, a line. */
function linesOf(series: Series, path: readonly Point[], place: (mark: Mark) => Point): Point[][] {
  if (shapeOf(series) === "band")
    return [[...path], series.marks.map(({x, low}) => place({x, y: low}))];
  if (shapeOf(series) === "rule") return series.marks.map((_, k) => path.slice(2 * k, 2 * k + 2));
  if (series.marks.some(({piece}) => piece !== undefined)) {
    const pieces = new Map<number, Point[]>();
    for (const mark of series.marks) {
      const own = pieces.get(mark.piece ?? 0) ?? [];
      own.push(place(mark));
      pieces.set(mark.piece ?? 0, own);
    }
    const closed = shapeOf(series) === "loop";
    return [...pieces.values()].map(own => (closed ? [...own, own[0]] : own));
  }
  return [[...path]];
}

/** Further down than any picture. */
const below = 1e5;

/** An end of a bar that a logarithmic axis does not have, at or below zero, lies where the bar leaves the frame. */
const orOutside = (place: number, outside: number): number =>
  Number.isNaN(place) ? outside : place;

/** A point with its bar. */
function boxOf(series: Series, mark: Mark, place: (mark: Mark) => Point): Box {
  const [x, y] = place(mark);
  const {standardError = 0, low, high} = mark;
  if (shapeOf(series) === "spans") {
    const across = [low, high].map(end => orOutside(place({x: end ?? mark.x, y: mark.y})[0], 0));
    const [left, right] = [Math.min(x, ...across) - 5, Math.max(x, ...across) + 5];
    return {left, right, top: y - 5, bottom: y + 5};
  }
  const bar = mark.y === undefined ? 0 : 1.96 * standardError;
  const ends = [low ?? (mark.y ?? 0) - bar, high ?? (mark.y ?? 0) + bar];
  const [a, b] = ends.map(end => orOutside(place({x: mark.x, y: end})[1], below));
  const known = [a, b, y].filter(Number.isFinite);
  return {left: x - 5, right: x + 5, top: Math.min(...known) - 5, bottom: Math.max(...known) + 5};
}
