import {isAbsolute, join} from "node:path";
import {root} from "../root.js";
import {runNode} from "../runNode.js";

/** An error as the compiler reports it. */
export interface Diagnostic {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** Continued on further, indented lines. */
  readonly message: string;
}

const ERROR = /^(.+)\((\d+),\d+\): error (TS\d+): (.*)$/;

/**
 * The errors in the project in `folder`.
 *
 * @throws if the compiler fails in any other way than by finding errors in files
 */
export async function runTsc(folder: string): Promise<Diagnostic[]> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const {code: status, transcript: output} = await runNode(
    [tsc, "-p", folder, "--pretty", "false"],
    {
      cwd: folder
    }
  );
  const diagnostics: Diagnostic[] = [];
  for (const line of output.split("\n")) {
    const match = ERROR.exec(line);
    if (match) {
      const [, file, number, code, message] = match;
      const path = isAbsolute(file) ? file : join(folder, file);
      diagnostics.push({file: path, line: Number(number), code, message});
    } else if (/^\s+\S/.test(line) && diagnostics.length) {
      const last = diagnostics[diagnostics.length - 1];
      diagnostics[diagnostics.length - 1] = {...last, message: `${last.message}\n${line}`};
    } else if (line.trim()) throw new Error(`tsc: ${line.trim()}`);
  }
  if (status !== 0 && diagnostics.length === 0) throw new Error(`tsc ended with status ${status}`);
  return diagnostics;
}
