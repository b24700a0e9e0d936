import {resolve} from "node:path";
import {ensureKernels} from "./kernel.js";
import {root} from "./root.js";
import {buildSite} from "./site/build.js";

try {
  ensureKernels();
  // Another site than the project's own may be named, as the tests do with theirs.
  await buildSite({site: resolve(process.argv[2] ?? root)});
  console.error("dist/ is ready");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
