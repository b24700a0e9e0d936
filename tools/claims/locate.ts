import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {root} from "../root.js";

/**
 * A complaint about claims with the place of each, `claims/fisher/alignment.ts:16 claim FG-Lem4.1: …`:
 * lines that begin with a claim's key, or with a ledger's loader and the key. Claims are looked for in
 * the loader and in `claims/`, beside its folder or else the project's; other lines stay as they are.
 */
export function placed(message: string, loader: string): string {
  return message
    .split("\n")
    .map(line => {
      const [, key, what] =
        /^(?:.*: claim (\S+) failed: )(.*)/.exec(line) ??
        /^([A-Z]+-[^\s:]+): (.*)/.exec(line) ??
        [];
      const place = key && locate(key, loader);
      return place ? `${place} claim ${key}: ${what}` : line;
    })
    .join("\n");
}

function locate(key: string, loader: string): string | undefined {
  const [id, part] = key.split("/");
  const beside = join(dirname(dirname(resolve(loader))), "claims");
  const folder = existsSync(beside) ? beside : join(root, "claims");
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter(file => file.endsWith(".ts"))
    .map(file => join(folder, file));
  const places: string[] = [];
  for (const file of [loader, ...files]) {
    const lines = readFileSync(file, "utf8").split("\n");
    for (const [i, line] of lines.entries()) {
      if (!line.includes(`id: "${id}"`)) continue;
      const place = `${relative(root, file)}:${i + 1}`;
      // The part stands with the id, before the next claim's.
      const found = /\bpart: "([^"]+)"/.exec(lines.slice(i, i + 6).join("\n"))?.[1];
      if (found === part) return place;
      places.push(place);
    }
  }
  return places[0];
}
