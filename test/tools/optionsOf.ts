import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../tools/root.js";

/** The options of a command's file, or of the one that it has them from; true for those that take a value. */
export function optionsOf(file: string): Map<string, boolean> {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const [, block = ""] = /readCommand\(usage, \{([\s\S]*?)\}\);/.exec(read(file)) ?? [];
  const [, elsewhere] = /import \{\w+\} from "\.\/(\w+\/options)\.js"/.exec(read(file)) ?? [];
  const source = elsewhere ? read(`tools/${elsewhere}.ts`) : block;
  return new Map(
    [...source.matchAll(/"?([\w-]+)"?: \{type: "(\w+)"/g)].map(([, option, type]) => [
      option,
      type === "string"
    ])
  );
}
