import type {Client} from "./client.js";
import {runQuestions} from "./questions.js";

/**
 * Takes the learning rate to half of the edge of stability, or a little below, where a table that is new would diverge
 * at one that nobody has chosen.
 */
export function keepStable(client: Client, form: HTMLFormElement): void {
  const slider = form.querySelector<HTMLInputElement>("#control-eta");
  if (!slider) throw new RangeError("form must have a control eta");
  let own = String(runQuestions.eta.value);
  let known = "";
  client.addEventListener("input", () => {
    const {table, report} = client.value;
    const key = JSON.stringify([table.name, table.hashes]);
    if (key === known) return;
    known = key;
    const limit = report.stationary?.limit.value;
    if (!limit || slider.value !== own || 10 ** Number(own) < limit) return;
    own = String(stableSetting(limit));
    slider.value = own;
    slider.dispatchEvent(new Event("input", {bubbles: true}));
  });
}

/** The largest setting of the slider at which the learning rate is at most half of the limit; its least, where there is none. */
export function stableSetting(limit: number): number {
  const {min, step} = runQuestions.eta;
  const steps = Math.floor((Math.log10(limit / 2) - min) / step + 1e-9);
  return Number((min + step * Math.max(0, steps)).toPrecision(12));
}
