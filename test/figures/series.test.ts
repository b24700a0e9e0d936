import {expect, test} from "vitest";
import type {Chart} from "../../src/components/chart/declaration.js";
import * as assumptions from "../../src/figures/diffusion/assumptions.js";
import {
  type DrivenEffect,
  type PlaneEffect,
  simulatedEffects,
  type TailEffect
} from "../../src/figures/diffusion/assumptionsSimulated.js";
import * as current from "../../src/figures/diffusion/current.js";
import {largestScore} from "../../src/figures/scores.js";
import {gallery} from "./gallery.js";
import {sweep} from "./sweep.js";

/** What the series of a chart are, and how many marks each has, panel by panel. */
const seriesOf = ({panels}: Chart): string =>
  panels
    .map(({series}) => series.map(({is, marks}) => `${is} ${marks.length}`).join(", "))
    .join("; ");

/** The figure with which each of these pages opens. */
const opening: Readonly<Record<string, string>> = {
  "noise/exchangeability":
    "surrogate 2, exact 8, measured 11, measured 1, measured 1; surrogate 2, exact 8, exact 2, measured 11, measured 1, measured 1",
  "noise/misspecification": "surrogate 15, measured 15, printed 4",
  "diffusion/angle-sweep":
    "surrogate 2, reference 1, exact 91, measured 13, exact 91, measured 13, exact 91, measured 13",
  "diffusion/correlated-noise": "continuous 2, exact 45, exact 45, exact 45, exact 45, measured 14",
  "diffusion/fokker-planck": "reference 1, continuous 91, exact 91, measured 7",
  "diffusion/singular-noise": "exact 41, measured 4, exact 41, measured 4",
  "diffusion/assumptions": "continuous 1, exact 26, exact 13, exact 13, measured 26, measured 13",
  "diffusion/current": "exact 16, exact 16",
  "diffusion/degenerate-minimum": "surrogate 2, exact 2, measured 9, measured 9"
};

const pages = await gallery(Object.keys(opening));

test.each(Object.entries(opening))("%s opens with its series, mark by mark", (page, series) => {
  expect(seriesOf((pages.get(page) as readonly Chart[])[0])).toBe(series);
});

test("what two figures draw without bars agrees with what is expected within four standard errors", async () => {
  const rowsOf = async (name: string) => (await sweep(name)).rows as unknown;
  const simulated = simulatedEffects(
    (await rowsOf("assumption-effects")) as DrivenEffect[],
    (await rowsOf("assumption-plane")) as PlaneEffect[],
    (await rowsOf("assumption-tails")) as TailEffect[]
  );
  expect(assumptions.largestDistance(assumptions.placed(simulated))).toBeLessThan(4);
  const field = await sweep("current-field");
  const places = current.places(
    field.rows as unknown as current.FieldRow[],
    field.spec as current.FieldRun
  );
  expect(places.length).toBeGreaterThan(30);
  expect(largestScore(current.components(places))).toBeLessThan(4);
  expect(current.farthestFrom(places, "zero")).toBeGreaterThan(10);
});
