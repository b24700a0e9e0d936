import {spawn} from "node:child_process";

/** How a process of Node's ended, and what it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
  /** Both, in the order in which they came. */
  readonly transcript: string;
}

/** Runs Node with these arguments to its end. @throws where it cannot be started */
export async function runNode(
  args: readonly string[],
  options: {readonly cwd: string; readonly env?: NodeJS.ProcessEnv}
): Promise<Ended> {
  const child = spawn(process.execPath, args, {...options, stdio: ["ignore", "pipe", "pipe"]});
  let [output, complaints, transcript] = ["", "", ""];
  // Signs of several bytes may come in two pieces.
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    transcript += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
    transcript += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return {code, output, complaints, transcript};
}
