import {existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC, tableToIPC} from "apache-arrow";
import type {Study} from "../../src/components/study.js";
import {readStream} from "./arrow.js";
import {closureHash} from "./closureHash.js";
import {loadExperiment} from "./load.js";
import {experimentName, loaders} from "./loaders.js";
import {type PublishOptions, publish} from "./publish.js";
import {writeWhole} from "./writeWhole.js";

/** The most that a study may have, in bytes: it is committed. */
const most = 64_000;

const folderOf = (site: string) => join(site, "data/studies");
const fileOf = (site: string, experiment: string, scale: number) =>
  join(folderOf(site), `${experiment}-at-${scale}.arrow`);

/**
 * The committed studies of a site, in `data/studies/`, by name.
 *
 * @throws naming the file that cannot be read, or whose name is not that of what it holds
 */
export async function readStudies(site: string): Promise<Study[]> {
  if (!existsSync(folderOf(site))) return [];
  const files = readdirSync(folderOf(site)).filter(file => file.endsWith(".arrow"));
  return Promise.all(
    files.sort().map(async file => {
      const bytes = readFileSync(join(folderOf(site), file));
      const stream = readStream(bytes);
      const {name: experiment = "", closure, sha256 = ""} = stream ?? {};
      const metadata = stream && tableFromIPC(bytes).schema.metadata;
      const scale = Number(metadata?.get("scale"));
      const commit = metadata?.get("commit");
      if (closure === undefined || !commit || file !== `${experiment}-at-${scale}.arrow`)
        throw new Error(`data/studies/${file} is no study: npm run data -- --studies writes them`);
      const loader = loaders(site).find(each => experimentName(each) === experiment);
      if (loader === undefined)
        throw new Error(`data/studies/${file}: there is no experiment ${experiment}`);
      const today = closureHash(await loadExperiment(loader), scale);
      return {experiment, scale, closure, today, commit, sha256};
    })
  );
}

/**
 * Runs an experiment at a multiple of its printed scale, unless that is stored, and writes the table down as a study.
 *
 * @throws RangeError unless the scale is above 1, and where the table has more than 64 kB; as `publish`
 */
export async function writeStudy(
  site: string,
  loader: string,
  options: PublishOptions & {readonly scale: number}
): Promise<{file: string; sha256: string; seconds: number}> {
  const {scale} = options;
  if (!(scale > 1)) throw new RangeError(`a study must have a scale above 1; got ${scale}`);
  const {arrow, sidecar} = await publish(loader, options);
  const table = tableFromIPC(readFileSync(arrow));
  table.schema.metadata.set("commit", sidecar.commit);
  const bytes = tableToIPC(table, "stream");
  if (bytes.length > most)
    throw new RangeError(
      `a study must have at most ${most / 1000} kB; ${sidecar.experiment} at scale ${scale} has ${Math.ceil(bytes.length / 1000)} kB`
    );
  mkdirSync(folderOf(site), {recursive: true});
  const file = fileOf(site, sidecar.experiment, scale);
  writeWhole(file, bytes);
  return {file, sha256: sidecar.sha256, seconds: sidecar.seconds};
}
