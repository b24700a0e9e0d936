import * as Plot from "@observablehq/plot";
import type {CurrentPart} from "../lib/diffusion/splitValley.js";
import {valleyAxis} from "../lib/diffusion/valley.js";
import {type At, layers} from "./layers.js";

const {low, high} = valleyAxis;

/** One panel of the split current: its frame, the ellipse of the cloud and the arrows of a part. */
export const partPicture = (name: string, stroke: string) =>
  layers(
    width => {
      const height = Math.min(width + 20, 380);
      const half = (high * (width - 48)) / (height - 50);
      return Plot.plot({
        width,
        height,
        marginLeft: 36,
        marginRight: 12,
        marginTop: 10,
        marginBottom: 40,
        x: {domain: [-half, half], label: "stiff direction, in √(η/B) →", ticks: 5},
        y: {domain: [low, high], label: "↑ flat direction, in √(η/B)", ticks: 6},
        marks: [Plot.frame({strokeOpacity: 0})]
      });
    },
    {
      part: {style: {fill: "none", stroke, "stroke-width": 1.8}, label: name},
      cloud: {
        style: {fill: "none", stroke: "var(--exact)", "stroke-width": 2.2},
        label: "95 % of the cloud"
      },
      rest: {
        style: {
          fill: "none",
          stroke: "var(--surrogate)",
          "stroke-width": 2,
          "stroke-dasharray": "1.5,4",
          "stroke-linecap": "round"
        },
        label: "at rest"
      }
    }
  );

/** Arrows on the scale on which the largest of the whole current is 1.1 units long. */
export const partArrows =
  ({arrows}: CurrentPart, largest: number) =>
  (at: At) =>
    arrows
      .filter(({size}) => size > 0.05 * largest)
      .map(({x, y, jx, jy, size}) => {
        // Length grows as the root: small arrows stay visible.
        const scale = 0.6 / Math.sqrt(size * largest);
        const [ax, ay] = [jx * scale, jy * scale];
        const barb = (s: number) => at(x + 0.4 * ax - 0.35 * s * ay, y + 0.4 * ay + 0.35 * s * ax);
        const tip = at(x + ax, y + ay);
        return `M${at(x - ax, y - ay)}L${tip}M${barb(1)}L${tip}L${barb(-1)}`;
      })
      .join("");

/** Pictures beside one another where there is room, below one another where there is none. */
export const beside =
  (...pictures: readonly ((width: number) => Element)[]) =>
  (width: number): Element => {
    const node = document.createElement("div");
    const wide = width >= 600;
    if (wide) Object.assign(node.style, {display: "flex", gap: "12px"});
    node.append(...pictures.map(draw => draw(wide ? Math.floor(width / 2) - 6 : width)));
    return node;
  };
