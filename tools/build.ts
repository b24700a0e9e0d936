import {root} from "./root.js";
import {buildSite} from "./site/build.js";

try {
  await buildSite({site: root});
  console.error("dist/ is ready");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
