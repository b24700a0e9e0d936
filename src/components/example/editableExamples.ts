import {moduleWorker} from "../moduleWorker.js";
import {exampleBody} from "./exampleBody.js";
import type {ExampleMessage} from "./exampleWorker.js";

/** Seconds that an example may run once its functions are there. */
const patience = 10;

/** Lets the reader edit and run the examples of a page of functions, which the build has written. */
export function editableExamples(): void {
  for (const example of document.querySelectorAll<HTMLElement>(".example")) enable(example);
}

function enable(example: HTMLElement): void {
  const code = example.querySelector("pre");
  const button = example.querySelector<HTMLButtonElement>(".actions button");
  const status = example.querySelector<HTMLElement>("[role=status]");
  const result = example.querySelector<HTMLElement>(".result");
  if (!code || !button || !status || !result) return;
  code.setAttribute("contenteditable", "plaintext-only");
  // Where that is not known, what is pasted keeps its markup, of which only the text is run.
  if (code.contentEditable !== "plaintext-only") code.setAttribute("contenteditable", "true");
  for (const [name, value] of Object.entries({
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": "Example, to be edited",
    spellcheck: "false"
  }))
    code.setAttribute(name, value);
  button.disabled = false;
  let stop: (() => void) | undefined;
  button.addEventListener("click", () => {
    const isRunning = stop !== undefined;
    stop?.();
    stop = undefined;
    if (isRunning) {
      status.textContent = "stopped";
      return;
    }
    result.hidden = true;
    result.textContent = "";
    status.textContent = "running";
    const write = (text: string) => {
      result.hidden = false;
      result.textContent += `${text}\n`;
    };
    const label = button.textContent;
    button.textContent = "■ stop";
    const end = run(code.innerText, write, said => {
      stop?.();
      stop = undefined;
      status.textContent = said;
    });
    stop = () => {
      end();
      button.textContent = label;
    };
  });
}

/**
 * Runs code in a module worker of its own, under the page's policy: it may import what the site has and fetch from
 * there, and nothing of it is evaluated from text. Returns what ends it.
 */
function run(code: string, write: (text: string) => void, done: (said: string) => void) {
  const worker = moduleWorker(import.meta.resolve("./exampleWorker.js"), exampleBody(code));
  let start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  worker.addEventListener("message", ({data}: {data: ExampleMessage}) => {
    if ("begins" in data) {
      start = performance.now();
      timer = setTimeout(() => done(`stopped after ${patience} s`), 1000 * patience);
      return;
    }
    if ("line" in data) return write(data.line);
    if (data.value !== "") write(data.value);
    done(`${((performance.now() - start) / 1000).toFixed(2)} s`);
  });
  worker.addEventListener("error", event => {
    event.preventDefault();
    write(event.message?.replace(/^Uncaught /, "") || "The example is not JavaScript.");
    done("failed");
  });
  return () => {
    clearTimeout(timer);
    worker.terminate();
  };
}
