import * as Plot from "@observablehq/plot";
import {contours} from "d3";
import {valleyAxis} from "../lib/diffusion/valley.js";
import type {ValleyFlow} from "../lib/diffusion/valleyFlow.js";
import {covarianceEllipse} from "../lib/linalg/covarianceEllipse.js";
import {type At, layers, polyline} from "./layers.js";

const {low, high, cells} = valleyAxis;
const levels = [0.03, 0.1, 0.2, 0.32, 0.45, 0.6, 0.75, 0.9];

/** The frame of the Fokker–Planck page's picture, and the layers that follow its controls. */
export const valleyPicture = () =>
  layers(
    width => {
      const height = Math.min(width, 480);
      const half = (high * (width - 52)) / (height - 52);
      return Plot.plot({
        width,
        height,
        marginLeft: 40,
        marginRight: 12,
        marginTop: 12,
        marginBottom: 40,
        x: {
          domain: width > height ? [-half, half] : [low, high],
          label: "stiff direction, in √(η/B) →",
          ticks: width < 500 ? 5 : 9
        },
        y: {domain: [low, high], label: "↑ flat direction, in √(η/B)", ticks: 6},
        marks: [Plot.frame({strokeOpacity: 0})]
      });
    },
    {
      levels: {style: {fill: "none", stroke: "var(--rule)", "stroke-width": 1.2}},
      density: {style: {fill: "var(--measured)", "fill-opacity": 0.1}, simulated: true},
      particles: {
        style: {
          fill: "none",
          stroke: "var(--measured)",
          "stroke-width": 2.4,
          "stroke-linecap": "round",
          "stroke-opacity": 0.6
        },
        simulated: true,
        label: "1500 particles"
      },
      stationary: {
        style: {fill: "none", stroke: "var(--exact)", "stroke-width": 2.2},
        label: "95 % of the stationary law"
      },
      tempered: {
        style: {
          fill: "none",
          stroke: "var(--surrogate)",
          "stroke-width": 2,
          "stroke-dasharray": "1.5,4",
          "stroke-linecap": "round"
        },
        label: "tempered posterior"
      },
      current: {
        style: {fill: "none", stroke: "var(--continuous)", "stroke-width": 1.8},
        simulated: true,
        label: "probability current"
      }
    }
  );

/** Level lines of ½(x² + flat·y²), at equal distances along the axes. */
export const lossLevels = (flat: number) => (at: At) =>
  Array.from({length: 11}, (_, k) => {
    const ring = covarianceEllipse(
      [
        [1, 0],
        [0, 1 / flat]
      ],
      {radius: k + 1}
    );
    return `${polyline(ring)(at)}Z`;
  }).join("");

/** Regions of the density above eight shares of its greatest value, one path for each. */
export const shades =
  ({density}: ValleyFlow) =>
  (at: At) => {
    const top = density.reduce((a, b) => Math.max(a, b));
    const place = (k: number) => low + ((high - low) * k) / cells;
    return contours()
      .size([cells, cells])
      .thresholds(levels.map(level => level * top))(density as unknown as number[])
      .map(({coordinates}) =>
        coordinates
          .flat()
          .map(ring => `${polyline(ring.map(([x, y]) => [place(x), place(y)]))(at)}Z`)
          .join("")
      );
  };

/** The current's arrows, the longest as long as 1.1 units of the plot. */
export const flowArrows =
  ({arrows, flows}: ValleyFlow) =>
  (at: At) => {
    if (!flows) return "";
    const greatest = Math.max(...arrows.map(({size}) => size));
    return arrows
      .filter(({size}) => size > 0.06 * greatest)
      .map(({x, y, jx, jy}) => {
        const [ax, ay] = [(0.55 * jx) / greatest, (0.55 * jy) / greatest];
        const barb = (s: number) => at(x + 0.4 * ax - 0.35 * s * ay, y + 0.4 * ay + 0.35 * s * ax);
        const tip = at(x + ax, y + ay);
        return `M${at(x - ax, y - ay)}L${tip}M${barb(1)}L${tip}L${barb(-1)}`;
      })
      .join("");
  };
