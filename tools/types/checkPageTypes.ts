import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {pagePath} from "../markdown/page.js";
import type {Problem} from "../markdown/problems.js";
import {pageFiles} from "../markdown/scanPages.js";
import {root} from "../root.js";
import {remote} from "./builtins.js";
import {type CellModule, cellModules} from "./cellModules.js";
import {duplicates} from "./duplicates.js";
import {type Cell, readCell} from "./readCell.js";
import {sourceReader} from "./readSources.js";
import {type Diagnostic, runTsc} from "./runTsc.js";

/**
 * What is wrong with the code on the pages below `<site>/src`, or on some of them: types, names, syntax, in
 * every fence that runs and every `${…}`, in the order of files and lines. Each is a module of its own, which sees the names of
 * its page's other cells as Framework hands them over: promises awaited, generators by their value. A page
 * with a fence that does not parse has its types checked when that is mended.
 *
 * @throws if the compiler itself fails
 * @example for (const problem of await checkPageTypes({site: "."})) console.error(formatProblem(problem))
 */
export async function checkPageTypes({
  site,
  pages
}: {
  readonly site: string;
  readonly pages?: readonly string[];
}): Promise<Problem[]> {
  const source = resolve(site, "src");
  const problems: Problem[] = [];
  const modules: CellModule[] = [];
  const files = new Map<string, string>();
  const read = sourceReader(source);
  for (const page of pages ?? pageFiles(source)) {
    const cells: Cell[] = [];
    let complete = true;
    for (const code of read(page)) {
      const cell = readCell(pagePath(page), code);
      if (cell === null) continue;
      if ("code" in cell) cells.push(cell);
      else {
        problems.push(cell);
        if (code.info !== undefined) complete = false;
      }
    }
    problems.push(...duplicates(cells));
    if (!complete) continue;
    const made = cellModules(page, cells, join(root, "tools/types"));
    modules.push(...made.modules);
    for (const {name, text} of [...made.modules, ...made.views]) files.set(name, text);
  }
  problems.push(...(await compile(source, modules, files)));
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

async function compile(
  source: string,
  modules: readonly CellModule[],
  files: ReadonlyMap<string, string>
): Promise<Problem[]> {
  if (modules.length === 0) return [];
  const site = dirname(source);
  // Below node_modules' parent, so that packages are found; a site without its own takes the project's.
  const cache = join(existsSync(join(site, "node_modules")) ? site : root, ".cache/types");
  mkdirSync(cache, {recursive: true});
  const folder = mkdtempSync(join(cache, "run-"));
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), {recursive: true});
      writeFileSync(join(folder, name), text);
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration(source, modules)));
    const places = new Map(modules.map(({name, cell}) => [join(folder, name), cell]));
    return (await runTsc(folder)).flatMap(diagnostic => {
      const cell = places.get(diagnostic.file);
      // What the pages import is checked with the project; an error in exports repeats one before.
      return cell && !isExport(cell, diagnostic) ? [problemOf(cell, diagnostic)] : [];
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The project's settings, with the modules put where their pages stand. */
function configuration(source: string, modules: readonly CellModule[]): object {
  const ambient = join(source, "components/framework.d.ts");
  return {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      rootDirs: [source, "."],
      types: [],
      allowJs: true,
      checkJs: true,
      jsx: "preserve",
      noUnusedLocals: false
    },
    files: [
      existsSync(ambient) ? ambient : join(root, "src/components/framework.d.ts"),
      ...modules.map(({name}) => name)
    ],
    include: []
  };
}

/** The code begins on the second line; a line that may close it stands between it and the exports. */
function isExport({code}: Cell, {line}: Diagnostic): boolean {
  return line > code.split("\n").length + 2;
}

function problemOf({source, code}: Cell, {line, code: number, message}: Diagnostic): Problem {
  // The first line of a module holds its imports.
  const within = Math.min(Math.max(0, line - 2), code.trimEnd().split("\n").length - 1);
  const name = /^Cannot find name '(\w+)'/.exec(message)?.[1];
  const hint =
    name !== undefined && remote.has(name)
      ? " Framework would fetch it from a CDN: import it from a package."
      : "";
  return {
    file: source.file,
    line: source.line + within,
    message: `${message}${hint} (${number})`
  };
}
