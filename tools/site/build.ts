import {existsSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {publishEvidence} from "../claims/evidence.js";
import {siteInventory} from "../claims/siteInventory.js";
import {readVerdictChanges} from "../claims/verdictChanges.js";
import {checkPages} from "../markdown/checkPages.js";
import {formatProblem} from "../markdown/problems.js";
import {checkNumbers} from "../numbers/checkNumbers.js";
import {prerenderSite} from "../prerender/prerenderSite.js";
import {loaders} from "../sweeps/loaders.js";
import {publish} from "../sweeps/publish.js";
import type {Sidecar} from "../sweeps/store.js";
import {checkPageTypes} from "../types/checkPageTypes.js";
import {checkBuiltLinks} from "./builtLinks.js";
import {checkPublished} from "./checkPublished.js";
import {checkQueries} from "./checkQueries.js";
import {finishPages} from "./finishPages.js";
import {siteUrl} from "./frame.js";
import {prepareFramework} from "./framework.js";
import {leanD3} from "./leanD3.js";
import {loaderOutputs} from "./loaderOutputs.js";
import {runFramework} from "./runFramework.js";
import {shareSite} from "./shareSite.js";

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
  // A fault in the environment is told before the work.
  siteUrl();
  const evidence = existsSync(join(site, "data/ledger.arrow.ts"))
    ? (await publishEvidence(site)).evidence
    : {};
  const inventory = await siteInventory(site);
  // The compiler is a process of its own, which works while this one reads the pages.
  const types = checkPageTypes({site});
  const problems = [
    ...checkPages({root: source, inventory, evidence: () => evidence}),
    ...checkNumbers({root: source}),
    ...(await types)
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
  const unbound = await checkQueries(site, outputs);
  if (unbound.length) throw new Error(unbound.map(formatProblem).join("\n"));
  prepareFramework(source, await loaderOutputs({site, source}, {outputs, sidecars}));
  await leanD3(source, join(source, ".observablehq/cache"));
  const output = join(".cache", `dist-${process.pid}`);
  try {
    const transcript = await runFramework(site, ["build"], {NOISEFLOOR_OUTPUT: output});
    const complaints =
      transcript.match(/^.*(?:\berror in \d+ms|Unexpected error|Warning:|↳ .* → ).*$/gim) ?? [];
    if (complaints.length) throw new Error(complaints.join("\n"));
    for (const cell of await prerenderSite(join(site, output), source)) log(formatProblem(cell));
    finishPages(join(site, output));
    await shareSite(join(site, output), readVerdictChanges(site), inventory);
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
