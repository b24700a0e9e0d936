import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {bibtex} from "../../lib/workbench/export/bibtex.js";
import {toCsv} from "../../lib/workbench/export/csv.js";
import {htmlReport} from "../../lib/workbench/export/htmlReport.js";
import {numpyScript} from "../../lib/workbench/export/numpyScript.js";
import {pictureRows} from "../../lib/workbench/export/pictureRows.js";
import {checkOutput} from "../checkOutput.js";
import {makeFolder} from "../sweeps/makeFolder.js";
import {type Ellipse, ellipseRows, namedEllipse} from "./ellipse.js";

/** Where each export is wanted. */
export interface ExportPaths {
  readonly html?: string;
  readonly csv?: string;
  readonly numpy?: string;
  readonly bibtex?: string;
}

/**
 * Makes the folder that is wanted, before anything is computed.
 *
 * @throws naming the option whose file or folder cannot be written
 */
export function checkExports({csv, ...files}: ExportPaths): void {
  for (const [name, file] of Object.entries(files))
    if (file !== undefined) checkOutput(`--${name}`, file);
  if (csv === undefined) return;
  try {
    makeFolder(csv);
  } catch (error) {
    throw new Error(
      `--csv must name a folder that can be made; got ${csv}: ${(error as Error).message}`
    );
  }
  checkOutput("--csv", join(csv, "x.csv"));
}

/**
 * Writes the exports that are wanted.
 *
 * @throws RangeError where NumPy is to recompute numbers that there are not
 */
export function writeExports(
  answer: BenchAnswer,
  {html, csv, numpy, bibtex: sources}: ExportPaths,
  ellipse?: Ellipse
): void {
  if (html !== undefined)
    writeFileSync(html, htmlReport(answer, undefined, ellipse && namedEllipse(ellipse)));
  if (sources !== undefined) writeFileSync(sources, bibtex());
  if (csv !== undefined) {
    const pictures = {...pictureRows(answer), ...(ellipse && {ellipse: ellipseRows(ellipse)})};
    for (const [name, rows] of Object.entries(pictures))
      writeFileSync(join(csv, `${name}.csv`), toCsv(rows));
  }
  if (numpy === undefined) return;
  const script = numpyScript(answer);
  if (script === null)
    throw new RangeError(
      `--numpy must be left out where nothing can be told of ${answer.table.name}: there are no numbers to recompute`
    );
  writeFileSync(numpy, script);
}
