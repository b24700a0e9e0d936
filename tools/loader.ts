// What Framework runs for every loader below src/: an experiment's output comes from the store, and
// is computed first where today's is not there; any other loader is a module that writes to stdout.
import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {publish} from "./sweeps/publish.js";

const [loader] = process.argv.slice(2);
if (loader === undefined) throw new Error("usage: tools/loader.ts LOADER [--name=value …]");
try {
  if (loader.endsWith(".arrow.ts")) {
    const {arrow} = await publish(loader);
    process.stdout.write(readFileSync(arrow));
  } else await import(pathToFileURL(resolve(loader)).href);
} catch (error) {
  console.error(`${loader}: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
