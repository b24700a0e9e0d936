import {cloudOf, held, planeSpec} from "../../figures/workbenchPlane.js";
import {runLive} from "../../lib/simulate/liveClient.js";
import type {PlaneLaw} from "../../lib/workbench/plane.js";
import {element} from "../element.js";
import {liveWorker} from "../live-sweep.js";

type Points = readonly (readonly [number, number])[];

/** A button that has the kernel run the recursion; its value, for `view(…)`, is where the runs are at their end. */
export function planeRuns(law: PlaneLaw | string): HTMLElement & {value: Points; stop(): void} {
  const none = {value: [] as Points, stop: () => {}};
  if (typeof law === "string") return Object.assign(element("div"), none);
  const {runs} = law;
  if (!runs)
    return Object.assign(
      element(
        "p",
        {class: "aside"},
        "These directions settle too slowly to be simulated here: a larger learning rate is faster."
      ),
      none
    );
  const button = element("button", {type: "button"}, "▶ simulate it here");
  const status = element("span", {role: "status"});
  const node = Object.assign(element("div", {class: "actions"}, button, status), none);
  const label = (running: boolean) => {
    button.textContent = running ? "■ stop" : "▶ simulate it here";
  };
  let stop: (() => void) | undefined;
  node.stop = () => {
    stop?.();
    stop = undefined;
    label(false);
  };
  button.addEventListener("click", () => {
    if (stop) {
      node.stop();
      status.textContent = "stopped";
      return;
    }
    const worker = liveWorker();
    const {steps} = runs.cell;
    const end = runLive(worker, planeSpec(runs), {
      stepsPerFrame: Math.max(1, Math.ceil(steps / 50)),
      onFrame: ([frame]) => {
        status.textContent = `${runs.replicates} runs, step ${frame.step} of ${steps} …`;
        if (frame.step < steps) return;
        node.value = cloudOf(runs, frame);
        status.textContent = held(runs, node.value);
        node.dispatchEvent(new Event("input", {bubbles: true}));
      },
      onDone: node.stop,
      onError: message => {
        node.stop();
        status.textContent = message;
      }
    });
    stop = () => {
      end();
      worker.terminate();
    };
    label(true);
  });
  return node;
}
