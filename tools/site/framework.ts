import {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {root} from "../root.js";
import {wholeD3} from "./leanD3.js";

/**
 * Versions that Framework 1.13.4 resolves while it bundles its own client, whether or not a page uses
 * them. An empty folder per version in its cache answers the question without the network.
 */
const clientPackages = [
  "@observablehq/plot@0.6.17",
  "@observablehq/sample-datasets@1.0.1",
  "apache-arrow@21.2.0",
  "arquero@8.0.1",
  "d3@7.9.0",
  "d3-dsv@3.0.1",
  "echarts@5.6.0",
  "htl@0.3.1",
  "leaflet@1.9.4",
  "lodash@4.17.21",
  "mapbox-gl@3.9.0",
  "parquet-wasm@0.6.1",
  "react@19.0.0",
  "react-dom@19.0.0",
  "topojson-client@3.1.0"
];

/** Environment in which Framework's commands run: no telemetry. */
export const frameworkEnvironment = {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"};

/** The command that starts Framework, whose documents are short-lived: with room for them little is collected twice. */
export const frameworkCommand = [
  "--max-semi-space-size=64",
  join(root, "node_modules/@observablehq/framework/dist/bin/observable.js")
];

/**
 * Readies the cache of a site's source root: every version question answered offline, and no output of
 * a loader but those given. Framework never re-runs a loader whose output it has, not even an edited
 * one, or one that a preview and a build want different things of.
 *
 * @param outputs what loaders yield today, by path below the source root: Framework would start a
 *   process for each
 */
export function prepareFramework(
  sourceRoot: string,
  outputs: ReadonlyMap<string, string | Uint8Array> = new Map()
): void {
  const cache = join(sourceRoot, ".observablehq/cache");
  for (const entry of existsSync(cache) ? readdirSync(cache) : [])
    if (entry !== "_npm" && entry !== "_node") rmSync(join(cache, entry), {recursive: true});
  wholeD3(cache);
  for (const name of clientPackages) mkdirSync(join(cache, "_npm", name), {recursive: true});
  for (const [path, bytes] of outputs) {
    mkdirSync(dirname(join(cache, path)), {recursive: true});
    writeFileSync(join(cache, path), bytes);
  }
}
