import {spawn} from "node:child_process";
import {existsSync, utimesSync, watch} from "node:fs";
import {join, resolve} from "node:path";
import {publishEvidence} from "./claims/evidence.js";
import {ensureKernels} from "./kernel.js";
import {root} from "./root.js";
import {frameworkCommand, frameworkEnvironment, prepareFramework} from "./site/framework.js";
import {closureHash} from "./sweeps/closure.js";
import {loadExperiment} from "./sweeps/load.js";
import {experimentName, loaders} from "./sweeps/loaders.js";
import {buildScale} from "./sweeps/publish.js";

// Another site than the project's own may be named, as the tests do with theirs; the rest is Framework's.
const [named, ...rest] = process.argv.slice(2);
const isSite = named !== undefined && !named.startsWith("-");
const site = isSite ? resolve(named) : root;
const options = isSite ? rest : process.argv.slice(2);

const scale = buildScale();
prepareFramework(join(site, "src"));
const closures = new Map<string, string>();
await touchStaleLoaders();

const open = process.stdout.isTTY && !process.env.CI ? [] : ["--no-open"];
const preview = spawn(process.execPath, [...frameworkCommand, "preview", ...open, ...options], {
  cwd: site,
  env: frameworkEnvironment,
  stdio: "inherit"
});
preview.on("close", code => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));

let pending: NodeJS.Timeout | undefined;
for (const folder of ["lib", "data"])
  watch(join(site, folder), {recursive: true}, () => {
    clearTimeout(pending);
    pending = setTimeout(touchStaleLoaders, 200);
  });
// What the search finds is in the pages, which its loader does not import.
watch(join(site, "src"), {recursive: true}, (_, file) => {
  if (file?.endsWith(".md")) touch("search.json.ts");
});

/**
 * Framework re-runs a loader when the loader's own time stamp changes, and only then. So the loaders
 * whose import closure has changed are touched; the page reloads its data by itself.
 */
async function touchStaleLoaders(): Promise<void> {
  ensureKernels();
  for (const loader of loaders(site)) {
    try {
      const closure = closureHash(await loadExperiment(loader), scale);
      if (closures.get(loader) === closure) continue;
      if (experimentName(loader) === "ledger") await publishEvidence(site);
      if (closures.has(loader)) console.error(`${experimentName(loader)}: its code has changed`);
      closures.set(loader, closure);
      const now = new Date();
      utimesSync(loader, now, now);
      touch("provenance/[experiment].json.ts", "experiments.json.ts");
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

/** Makes Framework run loaders below `src/` anew, where the site has them. */
function touch(...names: string[]): void {
  const now = new Date();
  for (const name of names) {
    const path = join(site, "src", name);
    if (existsSync(path)) utimesSync(path, now, now);
  }
}
