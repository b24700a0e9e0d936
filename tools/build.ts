import {ensureKernels} from "./kernel.js";
import {readCommand} from "./readCommand.js";
import {root} from "./root.js";
import {siteFolder} from "./siteFolder.js";

const usage = `npm run build -- [options]
  --site DIR    another site than the project's own

Builds the static site into dist/: runs what is not stored, checks pages, types, queries and links.
Needs no network and no browser.`;

const {values} = readCommand(usage, {options: {site: {type: "string", default: root}}});

try {
  const site = siteFolder(values.site);
  // Loaded once the command line is read, so that --help and a fault answer at once.
  const {buildSite} = await import("./site/build.js");
  ensureKernels();
  await buildSite({site});
  console.error("dist/ is ready");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
