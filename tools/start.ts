import {spawn} from "node:child_process";
import {utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {publishEvidence} from "./claims/evidence.js";
import {ensureKernels} from "./kernel.js";
import {root} from "./root.js";
import {frameworkCommand, frameworkEnvironment, prepareFramework} from "./site/framework.js";
import {closureHash, loadExperiment} from "./sweeps/load.js";
import {experimentName, loaders} from "./sweeps/loaders.js";
import {buildScale} from "./sweeps/publish.js";

const scale = buildScale();
prepareFramework(join(root, "src"));
const closures = new Map<string, string>();
await touchStaleLoaders();

const open = process.stdout.isTTY && !process.env.CI ? [] : ["--no-open"];
const preview = spawn(
  process.execPath,
  [...frameworkCommand, "preview", ...open, ...process.argv.slice(2)],
  {cwd: root, env: frameworkEnvironment, stdio: "inherit"}
);
preview.on("close", code => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));

let pending: NodeJS.Timeout | undefined;
for (const folder of ["lib", "data"])
  watch(join(root, folder), {recursive: true}, () => {
    clearTimeout(pending);
    pending = setTimeout(touchStaleLoaders, 200);
  });

/**
 * Framework re-runs a loader when the loader's own time stamp changes, and only then. So the loaders
 * whose import closure has changed are touched; the page reloads its data by itself.
 */
async function touchStaleLoaders(): Promise<void> {
  ensureKernels();
  for (const loader of loaders(root)) {
    try {
      const closure = closureHash(await loadExperiment(loader), scale);
      if (closures.get(loader) === closure) continue;
      if (experimentName(loader) === "ledger") await publishEvidence();
      if (closures.has(loader)) console.error(`${experimentName(loader)}: its code has changed`);
      closures.set(loader, closure);
      const now = new Date();
      utimesSync(loader, now, now);
      for (const name of ["provenance/[experiment]", "experiments"])
        utimesSync(join(root, `src/${name}.json.ts`), now, now);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}
