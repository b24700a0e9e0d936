// Writes hashes.json and, with --full, data/published.json.
import {join} from "node:path";
import {readCommand} from "../../tools/readCommand.js";
import {root} from "../../tools/root.js";
import {publishedList, recordHashes} from "../../tools/sweeps/hashLists.js";
import {chooseLoaders, experimentName} from "../../tools/sweeps/loaders.js";
import {publish} from "../../tools/sweeps/publish.js";
import {smallHash, sweepLoaders} from "./smallHashes.js";

const {values, positionals} = readCommand(
  `npx tsx test/data/makeHashes.ts [experiment …] [options]
  writes down the SHA-256 of the records of these experiments, or of every one, at a tenth of
  their scale, in test/data/hashes.json
  --full        at the printed scale instead, in data/published.json
  --replace     also where another one is written down; else that one is kept, and the exit code is 1`,
  {
    words: true,
    options: {
      full: {type: "boolean", default: false},
      replace: {type: "boolean", default: false}
    }
  }
);

const hashOf = async (loader: string): Promise<string> =>
  values.full ? (await publish(loader, {scale: 1})).sidecar.sha256 : smallHash(loader);

async function write(): Promise<void> {
  const found: Record<string, string> = {};
  for (const loader of chooseLoaders(sweepLoaders, positionals))
    found[experimentName(loader)] = await hashOf(loader);
  const file = values.full ? publishedList : join(root, "test/data/hashes.json");
  const {lines, complete} = recordHashes(file, found, {
    known: sweepLoaders.map(experimentName),
    replace: values.replace
  });
  for (const line of lines) console.log(line);
  if (!complete) process.exitCode = 1;
}

write().catch(error => {
  console.error(error.message);
  process.exitCode = 1;
});
