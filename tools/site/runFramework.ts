import {spawn} from "node:child_process";
import {join, relative} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {frameworkCommand, frameworkEnvironment} from "./framework.js";
import {missingFiles} from "./missingFiles.js";

/** Runs Framework in `site` and returns what it printed, without colours. */
export async function runFramework(
  site: string,
  args: string[],
  environment: Record<string, string>
): Promise<string> {
  const child = spawn(process.execPath, [...frameworkCommand, ...args], {
    cwd: site,
    env: {...frameworkEnvironment, ...environment, NO_COLOR: "1"},
    stdio: ["ignore", "pipe", "pipe"]
  });
  let transcript = "";
  const collect = (chunk: Buffer) => (transcript += String(chunk));
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  transcript = stripVTControlCharacters(transcript);
  if (code !== 0) {
    const missing = missingFiles(join(site, "src"), transcript);
    if (missing.length) throw new Error(missing.join("\n"));
    throw new Error(`${transcript}\nFramework failed to build ${relative(".", site)}`);
  }
  return transcript;
}
