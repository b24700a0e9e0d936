import {readFileSync} from "node:fs";
import {join} from "node:path";
import {experimentName, loaders} from "../sweeps/loaders.js";

/** The experiments whose outputs a page of a site names, as `data/NAME.arrow` or `provenance/NAME.json`. */
export function loadersOf(site: string, page: string): {name: string; loader: string}[] {
  const text = readFileSync(join(site, "src", page), "utf8");
  const named = new Set(
    [...text.matchAll(/(?:data|provenance)\/([\w-]+)\.(?:arrow|json)\b/g)].map(([, name]) => name)
  );
  return loaders(site)
    .map(loader => ({name: experimentName(loader), loader}))
    .filter(({name}) => named.has(name));
}
