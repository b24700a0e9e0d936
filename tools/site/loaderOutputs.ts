import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {siteInventory} from "../claims/siteInventory.js";
import {networkFiles} from "../samples/network.js";
import {penguinFiles} from "../samples/penguins.js";
import {experimentsList} from "../sweeps/experimentsList.js";
import type {Sidecar} from "../sweeps/store.js";
import {readStudies} from "../sweeps/studies.js";
import {fontFiles} from "./fonts.js";
import {searchIndex} from "./searchIndex.js";
import {tablesList} from "./tablesList.js";

/** Outputs of experiments as files, and what is known of each, by name. */
export interface Outputs {
  readonly outputs: ReadonlyMap<string, string>;
  readonly sidecars: ReadonlyMap<string, Sidecar>;
}

/**
 * Files that the pages in `source` ask of loaders: outputs of experiments, what is known of each, the list of
 * their tables, the fonts, the workbench's samples, and the index of the search, in the words of the inventory of `site`.
 */
export async function loaderOutputs(
  {site, source}: {readonly site: string; readonly source: string},
  {outputs, sidecars}: Outputs
): Promise<Map<string, string | Uint8Array>> {
  const files = fontFiles();
  for (const [experiment, arrow] of outputs)
    files.set(`data/${experiment}.arrow`, readFileSync(arrow));
  for (const [experiment, sidecar] of sidecars)
    files.set(`provenance/${experiment}.json`, JSON.stringify(sidecar));
  for (const [path, bytes] of sampleFiles(source)) files.set(path, bytes);
  files.set("experiments.json", experimentsList([...sidecars.values()]));
  files.set("studies.json", JSON.stringify(await readStudies(site)));
  files.set("search.json", JSON.stringify(searchIndex(source, await siteInventory(site))));
  files.set("tables.json", tablesList(outputs, sidecars, {built: true}));
  return files;
}

const samples = {network: networkFiles, penguins: penguinFiles};

/** The samples where the workbench is among the pages: a loader alone makes both files of its sample, to write one. */
function* sampleFiles(source: string): Generator<[path: string, bytes: Uint8Array]> {
  if (!existsSync(join(source, "workbench.md"))) return;
  for (const [name, files] of Object.entries(samples)) {
    const {gradients, hessian} = files();
    yield [`workbench/${name}.safetensors`, gradients];
    yield [`workbench/${name}-hessian.safetensors`, hessian];
  }
}
