import {createReadStream} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {root} from "../root.js";

/** Loader body: writes a file of an installed package to standard output, as it is. */
export async function vendor(file: string): Promise<void> {
  await pipeline(createReadStream(join(root, "node_modules", file)), process.stdout);
}
