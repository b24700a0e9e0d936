import {existsSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {publishEvidence} from "../claims/evidence.js";
import {siteInventory} from "../claims/siteInventory.js";
import {checkPages} from "../markdown/checkPages.js";
import {formatProblem} from "../markdown/problems.js";
import {checkNumbers} from "../numbers/checkNumbers.js";
import {loaders} from "../sweeps/loaders.js";
import {publish} from "../sweeps/publish.js";
import type {Sidecar} from "../sweeps/store.js";
import {checkPageTypes} from "../types/checkPageTypes.js";
import {checkBuiltLinks} from "./builtLinks.js";
import {checkPublished} from "./checkPublished.js";
import {checkQueries} from "./checkQueries.js";
import {finishPages} from "./finishPages.js";
import {prepareFramework} from "./framework.js";
import {loaderOutputs} from "./loaderOutputs.js";
import {runFramework} from "./runFramework.js";

export interface BuildOptions {
  /** Folder of the site's `observablehq.config.ts`, `src` and `data`. */
  readonly site: string;
  readonly log?: (line: string) => void;
}

/**
 * Builds a static site into `dist/`, beside the old one, and swaps them at the end, so that a build
 * that fails leaves the last good site untouched.
 *
 * @throws with every problem found, one per line
 */
export async function buildSite({site, log = console.error}: BuildOptions): Promise<void> {
  const source = join(site, "src");
  const evidence = existsSync(join(site, "data/ledger.arrow.ts"))
    ? (await publishEvidence(site)).evidence
    : {};
  const problems = [
    ...checkPages({root: source, inventory: await siteInventory(site), evidence: () => evidence}),
    ...checkNumbers({root: source}),
    ...(await checkPageTypes({site}))
  ];
  if (problems.length) throw new Error(problems.map(formatProblem).join("\n"));
  const outputs = new Map<string, string>();
  const sidecars = new Map<string, Sidecar>();
  for (const loader of loaders(site)) {
    const {arrow, sidecar, ran} = await publish(loader);
    outputs.set(sidecar.experiment, arrow);
    sidecars.set(sidecar.experiment, sidecar);
    log(
      `${sidecar.experiment}: ${ran ? `ran in ${sidecar.seconds} s` : "stored output is today's"}`
    );
  }
  const faults = await checkQueries(site, outputs);
  if (faults.length) throw new Error(faults.map(formatProblem).join("\n"));
  prepareFramework(source, loaderOutputs(outputs, sidecars));
  const output = join(".cache", `dist-${process.pid}`);
  try {
    const transcript = await runFramework(site, ["build"], {NOISEFLOOR_OUTPUT: output});
    const complaints =
      transcript.match(/^.*(?:\berror in \d+ms|Unexpected error|Warning:|↳ .* → ).*$/gim) ?? [];
    if (complaints.length) throw new Error(complaints.join("\n"));
    finishPages(join(site, output));
    const broken = [
      ...checkBuiltLinks(join(site, output)),
      ...checkPublished(join(site, output), sidecars)
    ];
    if (broken.length) throw new Error(broken.join("\n"));
    writeFileSync(join(site, output, ".nojekyll"), "");
    swap(join(site, output), join(site, "dist"));
  } finally {
    rmSync(join(site, output), {recursive: true, force: true});
  }
}

function swap(fresh: string, published: string): void {
  const old = `${published}.old`;
  rmSync(old, {recursive: true, force: true});
  if (existsSync(published)) renameSync(published, old);
  renameSync(fresh, published);
  rmSync(old, {recursive: true, force: true});
}
