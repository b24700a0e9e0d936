import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {Flight} from "../../lib/sampling/flights.js";
import {root} from "../../tools/root.js";

const require = createRequire(import.meta.url);

/** The text of one of the sample data sets. */
export const sampleData = (name: "pizza.csv" | "weather.csv"): string =>
  readFileSync(require.resolve(`@observablehq/sample-datasets/${name}`), "utf8");

/** A file of flights of the package vega-datasets. */
export const flights = (name: string): Flight[] =>
  JSON.parse(readFileSync(join(root, "node_modules/vega-datasets/data", name), "utf8"));
