import * as Plot from "@observablehq/plot";
import type {Band} from "../lib/diffusion/circleBands.js";
import {type At, layers, polyline} from "./layers.js";

/** One panel of laws that fall towards a minimum: steps of SGD over the band of its equation. */
export const bandPicture = () =>
  layers(
    width =>
      Plot.plot({
        width,
        height: 320,
        marginLeft: 40,
        marginRight: 10,
        marginTop: 24,
        marginBottom: 38,
        x: {domain: [0, 4], label: "time s = ηk →", ticks: 5},
        y: {domain: [-1.7, 3.5], label: "↑ parameter θ, in radians", ticks: 6},
        marks: [Plot.frame({strokeOpacity: 0})]
      }),
    {
      title: {style: {fill: "none", stroke: "var(--ink)"}, label: " "},
      steps: {
        style: {fill: "none", stroke: "var(--exact)", "stroke-width": 1.8},
        label: "SGD, step by step"
      },
      shade: {style: {fill: "var(--continuous)", "fill-opacity": 0.18}},
      edge: {
        style: {
          fill: "none",
          stroke: "var(--continuous)",
          "stroke-width": 1.8,
          "stroke-dasharray": "6,5"
        },
        label: "equation (27)"
      },
      flow: {
        style: {
          fill: "none",
          stroke: "var(--surrogate)",
          "stroke-width": 2.2,
          "stroke-dasharray": "1.5,4",
          "stroke-linecap": "round"
        },
        label: "gradient flow"
      },
      medians: {
        style: {
          fill: "none",
          stroke: "var(--exact)",
          "stroke-width": 4.5,
          "stroke-linecap": "round"
        }
      }
    }
  );

/** Upper and lower edge of a band. */
export const edges = (bands: readonly Band[]) => (at: At) =>
  (["low", "high"] as const).map(side => polyline(bands.map(b => [b.time, b[side]]))(at));

/** The band's area. */
export const area = (bands: readonly Band[]) => (at: At) =>
  `${polyline([
    ...bands.map(({time, low}) => [time, low] as const),
    ...[...bands].reverse().map(({time, high}) => [time, high] as const)
  ])(at)}Z`;

/** A bar for each time, from the lower to the upper edge. */
export const bars = (bands: readonly Band[]) => (at: At) =>
  bands.map(({time, low, high}) => `M${at(time, low)}L${at(time, high)}`).join("");
