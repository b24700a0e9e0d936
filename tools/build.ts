import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {ensureKernels} from "./kernel.js";
import {root} from "./root.js";
import {buildSite} from "./site/build.js";

const usage = `npm run build -- [options]
  --site DIR    another site than the project's own

Builds the static site into dist/: runs what is not stored, checks pages, types, queries and links.
Needs no network and no browser.`;

try {
  const {values} = parseArgs({
    options: {
      site: {type: "string", default: root},
      help: {type: "boolean", default: false}
    }
  });
  if (values.help) console.log(usage);
  else {
    ensureKernels();
    await buildSite({site: resolve(values.site)});
    console.error("dist/ is ready");
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
