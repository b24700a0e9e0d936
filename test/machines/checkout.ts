import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {root} from "../../tools/root.js";

/**
 * Another checkout of the project's library and tools, in a scratch folder, whose experiments are the given loaders,
 * by name. Files that are not given are links to the project's.
 */
export function checkout(
  experiments: Record<string, string>,
  files: Record<string, string> = {}
): {readonly folder: string; remove(): void} {
  const scratch = join(root, ".cache/fixtures");
  mkdirSync(scratch, {recursive: true});
  const folder = mkdtempSync(join(scratch, "checkout-"));
  for (const part of ["lib", "tools", "package.json", "tsconfig.json"])
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (from, to) => {
        if (/node_modules/.test(from.slice(root.length))) return false;
        if (!/\.\w+$/.test(from)) return true;
        mkdirSync(dirname(to), {recursive: true});
        linkSync(from, to);
        return false;
      }
    });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  symlinkSync(join(root, "tools/queue/node_modules"), join(folder, "tools/queue/node_modules"));
  mkdirSync(join(folder, "data"));
  for (const [name, text] of Object.entries(experiments))
    writeFileSync(join(folder, `data/${name}.arrow.ts`), text);
  for (const [path, text] of Object.entries(files)) {
    rmSync(join(folder, path), {force: true});
    writeFileSync(join(folder, path), text);
  }
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/**
 * An experiment of `count` jobs that take `milliseconds` each and yield a number that rests on the job; the results
 * carry `ballast` bytes besides.
 */
export const pieces = (
  name: string,
  {count = 24, milliseconds = 150, ballast = 0, run = ""} = {}
): string => `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
const table = {name: "${name}", title: "Pieces", source: "", spec: {}, columns: () => ({})};
export default {
  ...tableExperiment(table),
  jobs: () => Array.from({length: ${count}}, (_, i) => i),
  cost: () => 1e6,
  describe: job => "piece " + job,
  run: async job => {
    ${run}
    const until = Date.now() + ${milliseconds};
    while (Date.now() < until);
    return {value: Math.sqrt(2 + job), ballast: "x".repeat(${ballast})};
  },
  table: results => ({value: Float64Array.from(results, ({value}) => value)})
};
`;
