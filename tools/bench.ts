import {uniforms} from "../lib/random/uniforms.js";
import {normalQuantile} from "../lib/statistics/normal.js";
import {badgeTimes} from "./bench/badge.js";
import {convergenceTable} from "./bench/convergence.js";
import {coverageTable} from "./bench/coverage.js";
import {effectsTable} from "./bench/effects.js";
import {kernelBench} from "./bench/kernel.js";
import {randomQuality} from "./bench/random.js";
import {residualTable, solverTimings} from "./bench/residuals.js";
import {frameTimes} from "./browser/frameTimes.js";
import {readCommand} from "./readCommand.js";

type Rows = readonly object[];

/** What can be measured. */
const benches: Record<string, () => Rows | Promise<Rows>> = {
  kernel: kernelBench,
  random: () => randomQuality({draws: 1e9, seed: 1}),
  residuals: () => residualTable(),
  solvers: solverTimings,
  coverage: () => coverageTable(normalSource(), {repetitions: 4000}),
  convergence: convergenceTable,
  effects: effectsTable,
  frames: () => frameTimes(undefined, pages),
  badge: () => badgeTimes()
};
/** Those that want a built site and a browser, or edit a file for a while: they run on request only. */
const onRequest = ["frames", "badge"];

const usage = `npm run bench -- [name …] [page …] [options]
  name      ${Object.keys(benches).join(", ")}; all but ${onRequest.join(", ")} unless named
  /page …   the pages that frames opens; all of dist/ unless named
  --json    every table as JSON`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {json: {type: "boolean", default: false}}
});
const pages = positionals.filter(name => name.startsWith("/"));
const names = positionals.filter(name => !name.startsWith("/"));
const unknown = names.filter(name => !(name in benches));
if (unknown.length) {
  console.error(
    `unknown bench ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`
  );
  process.exit(1);
}
const results: Record<string, Rows> = {};
const usual = Object.keys(benches).filter(name => !onRequest.includes(name));
try {
  for (const name of names.length ? names : usual) {
    if (!values.json) console.log(`\n${name}`);
    results[name] = await benches[name]();
    if (!values.json) console.table(results[name].map(shown));
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Numbers to four digits, so that a table fits its terminal. */
function shown(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "number" ? Number(value.toPrecision(4)) : value
    ])
  );
}

function normalSource(): () => number {
  const source = uniforms({seed: 1, experiment: "coverage", cell: "", replicate: 0});
  return () => normalQuantile(source.next() + 2 ** -33);
}
