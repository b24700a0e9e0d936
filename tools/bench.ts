import {readCommand} from "./readCommand.js";

type Rows = readonly object[];

/** What can be measured; each is loaded when its turn comes, so that --help and a fault answer at once. */
const benches: Record<string, () => Promise<Rows>> = {
  kernel: async () => (await import("./bench/kernel.js")).kernelBench(),
  random: async () => (await import("./bench/random.js")).randomQuality({draws: 1e9, seed: 1}),
  residuals: async () => (await import("./bench/residuals.js")).residualTable(),
  solvers: async () => (await import("./bench/solvers.js")).solverTimings(),
  coverage: async () =>
    (await import("./bench/coverage.js")).coverageTable(await normalSource(), {repetitions: 4000}),
  convergence: async () => (await import("./bench/convergence.js")).convergenceTable(),
  effects: async () => (await import("./bench/effects.js")).effectsTable(),
  frames: async () => (await import("./browser/frameTimes.js")).frameTimes(undefined, pages),
  badge: async () => (await import("./bench/badge.js")).badgeTimes(),
  engines: async () => (await import("./bench/engines.js")).engineTimes()
};
/** Those that want a built site and a browser, edit a file for a while, or want a server: they run on request only. */
const onRequest = ["frames", "badge", "engines"];

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

async function normalSource(): Promise<() => number> {
  const {uniforms} = await import("../lib/random/uniforms.js");
  const {normalQuantile} = await import("../lib/statistics/normal.js");
  const source = uniforms({seed: 1, experiment: "coverage", cell: "", replicate: 0});
  return () => normalQuantile(source.next() + 2 ** -33);
}
