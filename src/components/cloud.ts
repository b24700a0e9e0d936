import {type LiveOptions, runLive} from "../lib/simulate/liveClient.js";
import type {SweepSpec} from "../lib/simulate/spec.js";
import {chartRows, chartWords} from "./chart/chartRows.js";
import type {Axis, Chart} from "./chart/declaration.js";
import {drawChart} from "./chart/drawChart.js";
import {readable} from "./chart/readout.js";
import {element} from "./element.js";
import {figure} from "./figure.js";
import {themeChanged} from "./theme.js";

export interface CloudOptions {
  readonly worker: Worker;
  /** One cell in two dimensions; its replicates are the points. */
  readonly spec: SweepSpec;
  /** What stands around the points, in one panel; its axes are as long as `reach` and the window ask. */
  readonly chart: Chart;
  /** Half the extent that must be in the picture, along both axes. */
  readonly reach: readonly [number, number];
}

/** Frames that a whole run takes, at most. */
const frames = 90;

const starting = "▶ run it here";
const stopping = "■ stop";

/** What the points of a still picture are drawn as, where there is no canvas: as in the HTML that the build writes. */
function stillPoints(): SVGPathElement {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const look = {
    stroke: "var(--measured)",
    "stroke-width": 1.6,
    "stroke-linecap": "square",
    "stroke-opacity": 0.45
  };
  for (const [name, value] of Object.entries(look)) path.setAttribute(name, String(value));
  return path;
}

/**
 * Ellipses, and behind them the cloud in which a sweep ends. On request the sweep runs again before the reader's
 * eyes, and ends by itself. The steps are made on a worker; a frame costs the page one pass over the points.
 */
export function cloud(options: CloudOptions): HTMLElement & {stop(): void} {
  const {worker, spec, chart, reach} = options;
  const [{steps}] = spec.cells;
  const button = element("button", {type: "button"}, starting);
  const status = element("span", {role: "status"});
  const canvas = element("canvas", {"aria-hidden": "true"});
  const context = canvas.getContext("2d");
  let states = new Float64Array(0);
  let paint = () => {};
  let end: (() => void) | undefined;

  const draw = (width: number) => {
    const {node: plot, marks, frames} = drawChart(framed(chart, reach, width), width);
    const [{frame, place: at}] = frames;
    const {left, right, top, bottom} = frame;
    const place = (i: number) => at({x: states[i], y: states[i + 1]});
    const within = (px: number, py: number) => px > left && px < right && py > top && py < bottom;
    if (!context) {
      const still = stillPoints();
      plot.prepend(still);
      paint = () => {
        let path = "";
        for (let i = 0; i < states.length; i += 2) {
          const [px, py] = place(i).map(Math.round);
          if (within(px, py)) path += `M${px},${py}h0`;
        }
        still.setAttribute("d", path);
      };
      paint();
      return element("div", {class: "cloud"}, readable({node: plot, marks, frames}));
    }
    const height = Number(plot.getAttribute("height"));
    const ratio = devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    paint = () => {
      if (states.length === 0) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      context.fillStyle = getComputedStyle(canvas).getPropertyValue("--measured");
      context.globalAlpha = 0.45;
      for (let i = 0; i < states.length; i += 2) {
        const [px, py] = place(i);
        if (within(px, py)) context.fillRect(px - 0.8, py - 0.8, 1.6, 1.6);
      }
    };
    paint();
    return element("div", {class: "cloud"}, canvas, readable({node: plot, marks, frames}));
  };

  const run = (pace: Pick<LiveOptions, "at" | "stepsPerFrame">) =>
    runLive(worker, spec, {
      ...pace,
      onFrame: ([cell]) => {
        states = cell.states as Float64Array<ArrayBuffer>;
        status.textContent = `${spec.replicates} iterates after ${cell.step} of ${steps} steps`;
        if (context) requestAnimationFrame(() => paint());
        else paint();
      },
      onDone: stop,
      onError: message => {
        stop();
        status.textContent = message;
      }
    });
  const stop = () => {
    end?.();
    end = undefined;
    button.textContent = starting;
  };
  button.addEventListener("click", () => {
    const playing = button.textContent === stopping;
    stop();
    if (playing) return;
    button.textContent = stopping;
    end = run({stepsPerFrame: Math.ceil(steps / frames)});
  });
  end = run({at: [steps], stepsPerFrame: steps});
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => paint();
  dark.addEventListener("change", recolour);
  addEventListener(themeChanged, recolour);
  const {title, caption} = chart;
  const words = {title, caption, description: chartWords(chart)};
  const node = element(
    "div",
    {},
    element("div", {class: "actions"}, button, status),
    figure({...words, tabulate: () => chartRows(chart), draw})
  );
  return Object.assign(node, {
    stop: () => {
      stop();
      dark.removeEventListener("change", recolour);
      removeEventListener(themeChanged, recolour);
    }
  });
}

/** The chart with axes of one scale that hold `reach`, as long as a picture of this width has room for. */
function framed(chart: Chart, [x, y]: readonly [number, number], width: number): Chart {
  const across = width - 60;
  const along = Math.min(0.72 * across, 340);
  const unit = Math.max(x / across, y / along);
  const ends = (axis: Axis, pixels: number): Axis => ({
    ...axis,
    domain: [-unit * pixels, unit * pixels]
  });
  return {...chart, square: true, x: ends(chart.x, across), y: ends(chart.y, along)};
}
