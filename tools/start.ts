import {spawn} from "node:child_process";
import {existsSync, statSync, utimesSync, watch} from "node:fs";
import {basename, join, resolve} from "node:path";
import {pagesOf, statedOn} from "./claims/pages.js";
import {rounds} from "./preview/rounds.js";
import {upToDate} from "./preview/upToDate.js";
import {root} from "./root.js";
import {frameworkCommand, frameworkEnvironment, prepareFramework} from "./site/framework.js";
import {buildScale} from "./sweeps/publish.js";

// Another site than the project's own may be named, as the tests do with theirs; the rest is Framework's.
const [named, ...rest] = process.argv.slice(2);
const isSite = named !== undefined && !named.startsWith("-");
const site = isSite ? resolve(named) : root;
const options = isSite ? rest : process.argv.slice(2);

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
    onEvidence: showAnew
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

const open = process.stdout.isTTY && !process.env.CI ? [] : ["--no-open"];
const preview = spawn(process.execPath, [...frameworkCommand, "preview", ...open, ...options], {
  cwd: site,
  env: frameworkEnvironment,
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
