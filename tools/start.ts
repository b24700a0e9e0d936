import {spawn} from "node:child_process";
import {existsSync, statSync, utimesSync, watch} from "node:fs";
import {basename, join, resolve} from "node:path";
import {pagesOf, statedOn} from "./claims/pages.js";
import {rounds} from "./preview/rounds.js";
import {upToDate} from "./preview/upToDate.js";
import {readCommand} from "./readCommand.js";
import {root} from "./root.js";
import {frameworkCommand, frameworkEnvironment, prepareFramework} from "./site/framework.js";
import {buildScale} from "./sweeps/publish.js";

const usage = `npm start -- [options]
  --port n      where the site is served; 3000 or the next free one unless given
  --host NAME   on which address; 127.0.0.1 unless given
  --no-open     leave the browser alone
  --site DIR    another site than the project's own`;

const {values} = readCommand(usage, {
  options: {
    port: {type: "string"},
    host: {type: "string"},
    "no-open": {type: "boolean", default: false},
    site: {type: "string", default: root}
  }
});
const site = resolve(values.site);

const touched = new Map<string, number>();
const changed = rounds(
  upToDate({
    site,
    scale: buildScale(),
    // Framework re-runs a loader when the loader's own time stamp changes, and only then; the page
    // reloads its data by itself.
    onStale: loader => {
      touch(loader);
      touchSource("provenance/[experiment].json.ts", "experiments.json.ts");
    },
    onEvidence: showEvidence,
    onDoubts: showEvidence
  })
);
prepareFramework(join(site, "src"));
for (const folder of ["lib", "data", "claims"].map(name => join(site, name)))
  if (existsSync(folder))
    watch(folder, {recursive: true}, (_, file) => {
      const path = file ? join(folder, file) : folder;
      if (!isOurs(path) && !isEditors(path)) changed(path);
    });
changed(site);

const quiet = values["no-open"] || !process.stdout.isTTY || Boolean(process.env.CI);
const options = [
  ...(values.port === undefined ? [] : ["--port", values.port]),
  ...(values.host === undefined ? [] : ["--host", values.host]),
  ...(quiet ? ["--no-open"] : [])
];
const preview = spawn(process.execPath, [...frameworkCommand, "preview", ...options], {
  cwd: site,
  env: {...frameworkEnvironment, NOISEFLOOR_PREVIEW: "1"},
  stdio: "inherit"
});
preview.on("close", code => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));

// What the search finds is in the pages, which its loader does not import; so is which page states what.
const stated = () => JSON.stringify([...statedOn(pagesOf(site))]);
let statements = stated();
watch(join(site, "src"), {recursive: true}, (_, file) => {
  if (!file?.endsWith(".md")) return;
  showAnew();
  if (statements === stated()) return;
  statements = stated();
  changed(join(site, "data/ledger.arrow.ts"));
});

/** Lets open pages say of claims what is known by now. */
function showEvidence(): void {
  showAnew();
  touchSource("evidence.json.ts");
}

/** Lets Framework render the open pages anew: all of them link to the search index. */
function showAnew(): void {
  touchSource("search.json.ts");
}

/** Makes Framework run loaders below `src/` anew, where the site has them. */
function touchSource(...names: string[]): void {
  for (const path of names.map(name => join(site, "src", name))) if (existsSync(path)) touch(path);
}

function touch(path: string): void {
  const now = new Date();
  touched.set(path, now.getTime());
  utimesSync(path, now, now);
}

/** Whether a file has changed by `touch` alone. */
function isOurs(path: string): boolean {
  return (
    touched.has(path) && statSync(path, {throwIfNoEntry: false})?.mtimeMs === touched.get(path)
  );
}

/** Whether a file is an editor's own: a backup, or what it keeps while somebody types. */
function isEditors(path: string): boolean {
  return /^[.#]|~$/.test(basename(path));
}
