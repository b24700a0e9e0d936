import {existsSync} from "node:fs";
import {join} from "node:path";
import {checkSite} from "./browser/checkSite.js";
import {root} from "./root.js";

const dist = join(root, "dist");
try {
  if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is not there: npm run build");
  const {pages, problems} = await checkSite(dist);
  for (const page of pages)
    console.error(
      `${page.path}: ${(page.transferred / 1000).toFixed(0)} kB without fonts, ${(page.fonts / 1000).toFixed(0)} kB fonts`
    );
  for (const {page, where, message} of problems) console.error(`${page} (${where}): ${message}`);
  console.error(`${pages.length} pages opened, ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
