import * as Plot from "@observablehq/plot";
import {type LiveOptions, runLive} from "../lib/simulate/liveClient.js";
import type {SweepSpec} from "../lib/simulate/spec.js";
import {element} from "./element.js";
import {figure} from "./figure.js";

export interface CloudOptions {
  readonly worker: Worker;
  /** One cell in two dimensions; its replicates are the points. */
  readonly spec: SweepSpec;
  readonly ellipses: readonly {
    readonly name: string;
    readonly points: readonly (readonly [number, number])[];
    readonly stroke: string;
    readonly dash?: string;
  }[];
  /** Half the extent that must be in the picture, along both axes. */
  readonly reach: readonly [number, number];
  readonly labels: {readonly x: string; readonly y: string};
  readonly title: string;
  readonly caption: string;
  readonly description: string;
}

/** Frames that a whole run takes, at most. */
const frames = 90;

const starting = "▶ run it here";
const stopping = "■ stop";

/**
 * Ellipses, and below them the cloud in which a sweep ends. On request the sweep runs again before the reader's
 * eyes, and ends by itself. The steps are made on a worker; a frame costs the page one pass over the points.
 */
export function cloud(options: CloudOptions): HTMLElement & {stop(): void} {
  const {worker, spec, ellipses, reach, labels} = options;
  const [{steps}] = spec.cells;
  const button = element("button", {type: "button"}, starting);
  const status = element("span", {role: "status"});
  const canvas = element("canvas", {"aria-hidden": "true"});
  let states = new Float64Array(0);
  let paint = () => {};
  let end: (() => void) | undefined;

  const draw = (width: number) => {
    // On a narrow window the names stand above the picture.
    const top = width < 500 ? 48 : 12;
    const height = Math.round(Math.min(width * 0.72, 360)) + top;
    const [left, bottom, edge] = [44, 36, 12];
    const [across, along] = [width - left - edge, height - bottom - top];
    const scale = Math.min(across / reach[0], along / reach[1]) / 2;
    const domain = (pixels: number) => [-pixels / 2 / scale, pixels / 2 / scale];
    const plot = Plot.plot({
      width,
      height,
      marginLeft: left,
      marginBottom: bottom,
      marginTop: top,
      marginRight: edge,
      x: {domain: domain(across), label: labels.x, ticks: 6},
      y: {domain: domain(along), label: labels.y, ticks: 4},
      marks: [
        ellipses.map(({points, stroke, dash}) =>
          Plot.line(points, {stroke, strokeDasharray: dash, strokeWidth: 2.2, clip: true})
        ),
        ellipses.map(({name, stroke}, i) =>
          Plot.text([name], {
            frameAnchor: "top-right",
            dx: -6,
            dy: 18 - top + 18 * i,
            fontSize: 13,
            fontWeight: 600,
            fill: stroke,
            stroke: "var(--paper)",
            strokeWidth: 4
          })
        )
      ]
    });
    const [middle, centre] = [left + across / 2, top + along / 2];
    const ratio = devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    paint = () => {
      const context = canvas.getContext("2d");
      if (!context || states.length === 0) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      context.fillStyle = getComputedStyle(canvas).getPropertyValue("--measured");
      context.globalAlpha = 0.45;
      for (let i = 0; i < states.length; i += 2) {
        const px = middle + scale * states[i];
        const py = centre - scale * states[i + 1];
        if (px > left && px < width - edge && py > top && py < height - bottom)
          context.fillRect(px - 0.8, py - 0.8, 1.6, 1.6);
      }
    };
    paint();
    return element("div", {class: "cloud"}, canvas, plot);
  };

  const run = (pace: Pick<LiveOptions, "at" | "stepsPerFrame">) =>
    runLive(worker, spec, {
      ...pace,
      onFrame: ([cell]) => {
        states = cell.states as Float64Array<ArrayBuffer>;
        status.textContent = `${spec.replicates} iterates after ${cell.step} of ${steps} steps`;
        requestAnimationFrame(() => paint());
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
  const {title, caption, description} = options;
  const data = ellipses.flatMap(({name, points}) => points.map(([x, y]) => ({name, x, y})));
  const node = element(
    "div",
    {},
    element("div", {class: "actions"}, button, status),
    figure({title, caption, description, data, draw})
  );
  return Object.assign(node, {
    stop: () => {
      stop();
      dark.removeEventListener("change", recolour);
    }
  });
}
