import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import {element} from "../element.js";
import {signed} from "../format.js";
import type {Client} from "./client.js";

/** A button that has the floor simulated by the worker, and what the simulation gave. */
export function checkBar({report}: BenchAnswer, client: Client): HTMLElement {
  const {stationary} = report;
  if (!stationary || stationary.floor.value === null) return element("div");
  const {check} = stationary;
  const button = element("button", {type: "button"}, "▶ check the floor by simulation");
  button.addEventListener("click", () => {
    button.disabled = true;
    client.check();
  });
  const told = check
    ? `${check.runs} runs of ${check.steps} steps: ${digits(check.measured)} ± ${digits(check.standardError)}, where ${digits(check.predicted)} is predicted (z = ${signed(check.z)})${check.left ? `, without ${check.left} slow directions` : ""}`
    : null;
  return element("div", {class: "actions"}, button, element("span", {role: "status"}, told));
}
