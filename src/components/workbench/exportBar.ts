import type {BenchAnswer} from "../../lib/workbench/bench.js";
import type {NamedEllipse} from "../../lib/workbench/export/reportCharts.js";
import {download} from "../download.js";
import {element} from "../element.js";

/** The address of this site, without its last slash: that of this page, which is its folder's workbench. */
const siteAddress = (): string => new URL(".", location.href).href.replace(/\/$/, "");

/** Takes an answer along: as JSON, as a page that prints and shows the ellipse, as a program that recomputes it, with its sources. */
export function exportBar(answer: BenchAnswer, ellipse?: NamedEllipse): HTMLElement {
  const name = answer.table.name.replace(/\.\w+$/, "").replace(/[^\w.-]+/g, "-");
  const button = (
    label: string,
    file: string,
    type: string,
    text: () => string | Promise<string>
  ) => {
    const node = element("button", {type: "button"}, label);
    node.addEventListener("click", async () => download(`${name}-${file}`, type, await text()));
    return node;
  };
  return element(
    "div",
    {class: "actions", role: "group", "aria-label": "Take the report along"},
    button("report to print (HTML)", "noise.html", "text/html", async () => {
      const {htmlReport} = await import("../../lib/workbench/export/htmlReport.js");
      return htmlReport(answer, siteAddress(), ellipse);
    }),
    button("JSON", "noise.json", "application/json", async () => {
      const {reportJson} = await import("../../lib/workbench/export/reportJson.js");
      return reportJson(answer);
    }),
    answer.report.trace.value === null
      ? null
      : button("NumPy script", "noise.py", "text/x-python", async () => {
          const {numpyScript} = await import("../../lib/workbench/export/numpyScript.js");
          return numpyScript(answer) ?? "";
        }),
    button("BibTeX", "noise.bib", "application/x-bibtex", async () => {
      const {bibtex} = await import("../../lib/workbench/export/bibtex.js");
      return bibtex();
    })
  );
}
