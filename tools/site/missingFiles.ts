import {readdirSync, readFileSync} from "node:fs";
import {basename, join, relative} from "node:path";
import {root} from "../root.js";

/**
 * What a failed run of Framework says of a file that is not there, at each line of a page that asks for it:
 * `src/index.md:6 no such file: /data/none.arrow`. Empty where it failed for another reason.
 */
export function missingFiles(source: string, transcript: string): string[] {
  const missing = /Not found: (\S+)/.exec(transcript)?.[1];
  if (missing === undefined) return [];
  return readdirSync(source, {recursive: true, encoding: "utf8"})
    .filter(file => file.endsWith(".md"))
    .flatMap(file => {
      const path = join(source, file);
      return readFileSync(path, "utf8")
        .split("\n")
        .flatMap((line, i) =>
          line.includes(basename(missing))
            ? [`${relative(root, path)}:${i + 1} no such file: ${missing}`]
            : []
        );
    });
}
