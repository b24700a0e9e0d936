import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {element} from "../element.js";

/** What stands in the place of a picture of noise that is not known, or not there. */
export const nothingToDraw = ({table, report}: BenchAnswer, what: string): HTMLElement =>
  element(
    "p",
    {class: "aside"},
    `${what} of ${table.name} would stand here, but ${report.trace.value === 0 ? "its rows are all equal" : "they are not known: what was found above says why"}.`
  );
