import {spawnSync} from "node:child_process";
import {relative} from "node:path";
import {root} from "../../tools/root.js";

/** Runs `npm run build` or `npm run check`, past npm, on another site; paths in what it says begin there. */
export function runTool(
  command: "build" | "check",
  site: string
): {status: number | null; said: string; lines: string[]} {
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", `tools/${command}.ts`, "--site", site],
    {cwd: root, encoding: "utf8"}
  );
  const said = stderr.replaceAll(`${relative(root, site)}/`, "");
  return {status, said, lines: said.split("\n")};
}
