import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {checkSite, formatSiteProblem} from "./browser/checkSite.js";
import {root} from "./root.js";

const dist = join(resolve(process.argv[2] ?? root), "dist");
try {
  if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is not there: npm run build");
  const {pages, problems} = await checkSite(dist);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  for (const {path, transferred, fonts, queries} of pages)
    console.error(
      `/${path}: ${kilobytes(transferred)}, fonts ${kilobytes(fonts)}` +
        `${queries ? `, query engine and data ${kilobytes(queries)}` : ""}`
    );
  for (const problem of problems) console.error(formatSiteProblem(problem));
  console.error(`${pages.length} pages opened, ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
