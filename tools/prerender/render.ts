// A process of its own, since a page takes over the globals: renders the pages of a built site that are named,
// and writes a line of JSON for each to standard output.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {writeAnswers} from "../../src/components/answers.js";
import type {Row} from "../../src/components/duckdb.js";
import {drawNarrow, openPage} from "./browser.js";
import {cellsOf} from "./cells.js";
import {badText, displayHtml, relativeAddresses} from "./insert.js";
import {queriesOf} from "./queries.js";
import {runCells} from "./run.js";
import {endWorkers, workers} from "./workers.js";

/** What a page's cells show, and what went wrong in them, by Framework's name of the cell. */
export interface Rendered {
  readonly path: string;
  /** HTML by cell. */
  readonly displays: readonly (readonly [string, string])[];
  readonly answers: string;
  readonly problems: readonly (readonly [string, string])[];
  /** Cells without a value: they wait for a worker. */
  readonly waiting: readonly string[];
}

const [dist, ...paths] = process.argv.slice(2);
const queries = queriesOf(dist);
// What a page throws after its cells is for the browser to report: it has no cell to blame here.
process.on("unhandledRejection", () => {});
process.on("uncaughtException", () => {});

for (const path of paths) {
  const html = readFileSync(join(dist, `${path || "index"}.html`), "utf8");
  const address = path.replace(/(^|\/)index$/, "$1");
  const document = openPage(dist, address, html);
  const answers = new Map<string, readonly Row[]>();
  const page = await cellsOf(dist, path, html, {database: queries(answers)});
  const displays: [string, string][] = [];
  const problems: [string, string][] = [];
  const waiting: string[] = [];
  if (page) {
    const shown = await runCells(page.cells, page.library);
    drawNarrow(document);
    for (const {id, mode} of page.cells) {
      const {nodes, settled, error} = shown.get(id)!;
      if (error !== undefined) problems.push([id, String(error)]);
      else if (!settled && nodes.length === 0) {
        if (workers.started()) waiting.push(id);
        else problems.push([id, "it never comes to a value"]);
      } else {
        const display = relativeAddresses(displayHtml(nodes, mode === "inline"), address);
        const bad = badText(display);
        if (bad) problems.push([id, `it shows ${bad}`]);
        displays.push([id, display]);
      }
    }
  }
  const rendered: Rendered = {path, displays, answers: writeAnswers(answers), problems, waiting};
  // A pipe that is full takes the rest later: the process must not end before.
  await new Promise(done => process.stdout.write(`${JSON.stringify(rendered)}\n`, done));
}
endWorkers();
process.exit();
