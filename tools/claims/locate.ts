import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {loadExperiment} from "../sweeps/load.js";

/**
 * Where a claim is written, `lib/claims/fisher/alignment.ts:12`, among the files that a ledger's loader
 * imports; undefined where no line of them has its id. `key` is an id, with a part after a slash.
 */
export async function locateClaim(loader: string, key: string): Promise<string | undefined> {
  const [id, part] = key.split("/");
  const places: string[] = [];
  for (const file of Object.keys((await loadExperiment(loader)).files)) {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    for (const [i, line] of lines.entries()) {
      if (!line.includes(`id: "${id}"`)) continue;
      const place = `${file}:${i + 1}`;
      // The part stands with the id, before the next claim's.
      const found = /\bpart: "([^"]+)"/.exec(lines.slice(i, i + 6).join("\n"))?.[1];
      if (found === part) return place;
      places.push(place);
    }
  }
  return places[0];
}
