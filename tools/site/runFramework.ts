import {join, relative} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {root} from "../root.js";
import {runNode} from "../runNode.js";
import {writeWhole} from "../sweeps/writeWhole.js";
import {frameworkCommand, frameworkEnvironment} from "./framework.js";
import {missingFiles} from "./missingFiles.js";

/** What Framework adds to each of its errors. */
const advice = /^(Tip: |If you think this is a bug|↳ https:\/\/github\.com)/;
/** Lines of a failed run, the last, that are repeated. */
const shown = 10;

/**
 * Runs Framework in `site` and returns what it printed, without colours.
 *
 * @throws with the end of what it printed where it fails, and with the file that has all of it
 */
export async function runFramework(
  site: string,
  args: string[],
  environment: Record<string, string>
): Promise<string> {
  const {code, transcript: coloured} = await runNode([...frameworkCommand, ...args], {
    cwd: site,
    env: {...frameworkEnvironment, ...environment, NO_COLOR: "1"}
  });
  const transcript = stripVTControlCharacters(coloured);
  if (code !== 0) {
    const missing = missingFiles(join(site, "src"), transcript);
    if (missing.length) throw new Error(missing.join("\n"));
    const log = join(root, ".cache/framework.log");
    writeWhole(log, transcript);
    const end = transcript.split("\n").filter(line => line.trim() && !advice.test(line));
    throw new Error(
      `${end.slice(-shown).join("\n")}\nFramework failed; all that it said is in ${relative(".", log)}`
    );
  }
  return transcript;
}
