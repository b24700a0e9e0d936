import {readFileSync} from "node:fs";
import type {Sidecar} from "../sweeps/store.js";
import {fontFiles} from "./fonts.js";

/** Files that pages ask of loaders: outputs of experiments, what is known of each, and the fonts. */
export function loaderOutputs(
  outputs: ReadonlyMap<string, string>,
  sidecars: ReadonlyMap<string, Sidecar>
): Map<string, string | Uint8Array> {
  const files = fontFiles();
  for (const [experiment, arrow] of outputs)
    files.set(`data/${experiment}.arrow`, readFileSync(arrow));
  for (const [experiment, sidecar] of sidecars)
    files.set(`provenance/${experiment}.json`, JSON.stringify(sidecar));
  files.set("experiments.json", experimentsList([...sidecars.values()]));
  return files;
}

/** What is known of every experiment but its spec, as the pages on reproduction list it. */
export const experimentsList = (sidecars: readonly Sidecar[]): string =>
  JSON.stringify(sidecars.map(({spec: _, ...sidecar}) => sidecar));
