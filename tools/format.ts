import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {pageFiles} from "./markdown/scanPages.js";
import {choosePages} from "./pages/choosePages.js";
import {readCommand} from "./readCommand.js";
import {root} from "./root.js";

const usage = `npm run format -- [page …] [options]
  no page     format all code, that of pages included, and apply the linter's safe fixes
  /page …     format the code of these pages
  --check     change nothing; list what is not in the project's format, and what the linter finds`;

const source = join(root, "src");

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {check: {type: "boolean", default: false}}
});

try {
  // Loaded once the command line is read, so that --help and a fault answer at once.
  const {checkCells, formatCells} = await import("./cells/checkCells.js");
  const {formatProblem} = await import("./markdown/problems.js");
  const pages = positionals.length ? choosePages(source, positionals) : pageFiles(source);
  if (positionals.length === 0) biome(values.check);
  if (!values.check)
    for (const page of formatCells(source, pages)) console.log(`src/${page} is rewritten`);
  const problems = checkCells(source, pages);
  for (const problem of problems) console.error(formatProblem(problem));
  console.log(`code of ${pages.length} pages: ${problems.length} problems`);
  if (problems.length) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Everything that Biome finds by itself. */
function biome(check: boolean): void {
  const options = check ? ["--error-on-warnings"] : ["--write", "--error-on-warnings"];
  const {status} = spawnSync(
    process.execPath,
    ["node_modules/@biomejs/biome/bin/biome", "check", ...options, "."],
    {cwd: root, stdio: "inherit"}
  );
  if (status !== 0) process.exitCode = 1;
}
