// What the page of all figures runs in Chromium: draws charts at a width, and says what is crossed by what.
import type {Chart} from "../../src/components/chart/declaration.js";
import {drawChart} from "../../src/components/chart/drawChart.js";
import {exportSvg} from "../../src/components/exportSvg.js";

declare global {
  interface Window {
    drawAll: typeof drawAll;
    exported: typeof exported;
  }
}

/** Draws charts one below another; returns what is wrong with each, by its title. */
function drawAll(charts: readonly Chart[], width: number): string[] {
  document.body.replaceChildren();
  return charts.flatMap(chart => {
    const figure = document.createElement("figure");
    const {node, frames} = drawChart(chart, width);
    figure.append(node);
    document.body.append(figure);
    const faults = [...crossings(node), ...unlike(chart, frames)];
    return faults.map(fault => `${chart.title} at ${width} px: ${fault}`);
  });
}

/** Panels on one axis that cannot be compared by eye: frames beside one another must be level and of one size. */
function unlike({panels}: Chart, frames: ReturnType<typeof drawChart>["frames"]): string[] {
  if (panels.some(({y}) => y)) return [];
  return frames.slice(1).flatMap(({frame}, k) => {
    const before = frames[k].frame;
    const beside = frame.top < before.bottom && before.top < frame.bottom;
    const edges = [
      [frame.top, before.top],
      [frame.bottom, before.bottom],
      [frame.right - frame.left, before.right - before.left]
    ];
    const same = edges.every(([a, b]) => Math.abs(a - b) < 0.1);
    return beside && !same ? [`frames ${k + 1} and ${k + 2} are unlike`] : [];
  });
}

/** Labels that meet a line, a point, another text or the edge of the picture, by what the browser has drawn. */
function crossings(picture: SVGSVGElement): string[] {
  const texts = [...picture.querySelectorAll<SVGTextElement>("text:not([aria-hidden])")].filter(
    text => text.textContent
  );
  const faults: string[] = [];
  const whole = picture.getBoundingClientRect();
  for (const [i, text] of texts.entries()) {
    const box = inkOf(text);
    const name = text.textContent;
    if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.bottom > whole.bottom + 1)
      faults.push(`“${name}” leaves the picture`);
    for (const other of texts.slice(i + 1))
      if (meet(box, inkOf(other))) faults.push(`“${name}” meets “${other.textContent}”`);
    if (!text.matches(".line-label")) continue;
    for (const shape of shapesOf(text))
      if (touches(shape, box))
        faults.push(
          `“${name}” meets a ${shape.parentElement?.getAttribute("aria-label") ?? shape.localName}`
        );
  }
  return faults;
}

/** What is drawn in the panel of a label: lines, rules, points; bands and clouds may lie behind it. */
function shapesOf(text: SVGTextElement): SVGGeometryElement[] {
  const panel = text.parentElement as unknown as SVGGElement;
  const marks = panel.querySelectorAll<SVGGeometryElement>(
    "[aria-label=line] path, [aria-label=rule] line, [aria-label=dot] :is(circle, path), [aria-label*=axis] :is(line, path), [aria-label=arrow] path"
  );
  return [...marks].filter(mark => !mark.closest("[fill-opacity]"));
}

interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box of a text without the room above and below its letters. */
function inkOf(text: SVGTextElement): Ink {
  const {left, right, top, bottom} = text.getBoundingClientRect();
  const height = bottom - top;
  return {left, right, top: top + 0.22 * height, bottom: bottom - 0.2 * height};
}

const meet = (a: Ink, b: Ink) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a shape passes through a box: a line by its points half a pixel apart, a point by its own box. */
function touches(shape: SVGGeometryElement, box: Ink): boolean {
  const bounds = shape.getBoundingClientRect();
  if (
    !meet(
      {left: bounds.left, right: bounds.right + 0.1, top: bounds.top, bottom: bounds.bottom + 0.1},
      box
    )
  )
    return false;
  const isPoint = shape.closest("[aria-label=dot]");
  if (isPoint) return true;
  const matrix = shape.getScreenCTM();
  const length = shape.getTotalLength();
  for (let at = 0; at <= length; at += 0.5) {
    const {x, y} = shape.getPointAtLength(at).matrixTransform(matrix ?? undefined);
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

/** The file that a chart is saved as. */
function exported(chart: Chart, width: number): Promise<string> {
  drawAll([chart], width);
  const address = "https://noisefloor.example/page#figure";
  return exportSvg(document.querySelector("figure") as Element, {title: chart.title, address});
}

Object.assign(window, {drawAll, exported});
