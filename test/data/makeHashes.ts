// Writes hashes.json: npx tsx test/data/makeHashes.ts
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {readCommand} from "../../tools/readCommand.js";
import {root} from "../../tools/root.js";
import {experimentName} from "../../tools/sweeps/loaders.js";
import {smallHash, sweepLoaders} from "./smallHashes.js";

readCommand(
  `npx tsx test/data/makeHashes.ts
  writes down the SHA-256 of every experiment's small version`,
  {options: {}}
);

const hashes: Record<string, string> = {};
async function write(): Promise<void> {
  for (const loader of sweepLoaders) hashes[experimentName(loader)] = await smallHash(loader, 2);
  writeFileSync(join(root, "test/data/hashes.json"), `${JSON.stringify(hashes, null, 2)}\n`);
}
void write();
