import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {documents} from "../claims/documents.js";
import {type Quotation, quotationsOfClaims, quotationsOfPage} from "./quotations/collect.js";
import {nearest, quotes, sourceOf} from "./quotations/compare.js";
import {readCommand} from "./readCommand.js";
import {root} from "./root.js";

const usage = `npm run quotations -- FOLDER
  compares what stands in quotation marks, in pages and claims, with the texts in FOLDER;
  without a folder nothing is compared, as the project holds none of the texts`;

const {positionals} = readCommand(usage, {words: true, options: {}});

try {
  if (positionals.length === 0)
    console.log("not run: npm run quotations -- FOLDER, where the documents' texts are");
  else compare(positionals[0]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function compare(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`folder must be one that is there; got ${folder}`);
  const sources = filesBelow(folder, /\.(?:txt|md)$/).map(file =>
    sourceOf(relative(folder, file), readFileSync(file, "utf8"))
  );
  if (sources.length === 0) throw new Error(`${folder} has no text, *.txt or *.md`);
  const quotations = collect();
  const missing = quotations.filter(({text}) => !quotes(text, sources));
  for (const {file, line, text} of missing)
    console.error(`${file}:${line} not in the texts: “${text}”\n    ${nearest(text, sources)}`);
  console.log(
    `${quotations.length} quotations in ${sources.length} texts, ${missing.length} not found`
  );
  if (missing.length) process.exitCode = 1;
}

function collect(): Quotation[] {
  const read = (file: string) => [readFileSync(file, "utf8"), relative(root, file)] as const;
  const pages = filesBelow(join(root, "src"), /\.md$/);
  const claims = documents.flatMap(({id}) => filesBelow(join(root, "claims", id), /\.ts$/));
  return [
    ...pages.flatMap(file => quotationsOfPage(...read(file))),
    ...claims.flatMap(file => quotationsOfClaims(...read(file)))
  ];
}

/** Links are not followed. */
function filesBelow(folder: string, name: RegExp): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : filesBelow(path, name);
      return entry.isFile() && name.test(entry.name) ? [path] : [];
    })
    .sort();
}
