import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";

/** The package that a file below `node_modules` belongs to: its name, its version and its folder. */
export function packageOf(file: string): {name: string; version: string; folder: string} {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const described = join(folder, "package.json");
    if (!existsSync(described)) continue;
    const {name, version} = JSON.parse(readFileSync(described, "utf8"));
    if (name && version) return {name, version, folder};
  }
  throw new Error(`${file} belongs to no package`);
}
