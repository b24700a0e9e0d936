import type {BenchFiles} from "../../lib/workbench/bench.js";
import {setInUrl} from "../controls.js";
import {element} from "../element.js";
import {percent} from "../format.js";
import type {Client} from "./client.js";
import {paceOfSteps} from "./pace.js";
import {byRole, pasteBox} from "./pasteBox.js";
import {modelLabels} from "./questions.js";
import type {SampleProblem} from "./samples.js";

/**
 * Where gradients are handed over: dropped, chosen, pasted, or a sample problem at one click. Says what is under way,
 * and what is wrong with a file.
 */
export function intake(client: Client, samples: readonly SampleProblem[]): HTMLElement {
  const chooser = element("input", {
    type: "file",
    multiple: true,
    class: "visually-hidden",
    tabindex: -1,
    "aria-hidden": "true"
  });
  const choose = element("button", {type: "button", class: "primary"}, "Choose files");
  const zone = element(
    "div",
    {class: "drop-zone"},
    element(
      "p",
      {},
      "Drop a file of gradients here, one row per sample: npy, npz, safetensors, Parquet, Arrow, CSV."
    ),
    element(
      "p",
      {class: "aside"},
      "With it, or later: the Hessian (a file with hess in its name), groups of rows (group), where a budget starts (start)."
    ),
    choose,
    chooser
  );
  const address = new URLSearchParams(location.search);
  const model = modelChoice(address);
  const paste = pasteBox(readPasted);
  let origin: "sample" | "file" | "pasted" = "sample";
  const sampleButtons = samples.map(sample => {
    const button = element("button", {type: "button"}, sample.label);
    button.addEventListener("click", async () => {
      origin = "sample";
      setInUrl("file", null);
      setInUrl("sample", sample === samples[0] ? null : sample.key);
      model.clear();
      status.textContent = `Fetching ${sample.label} …`;
      try {
        client.open(await sample.load());
      } catch (error) {
        show();
        complain(`${sample.label} cannot be fetched: ${(error as Error).message}`);
      }
    });
    return button;
  });
  const status = element("p", {class: "bench-status", role: "status"});
  const bar = element("progress", {max: 1, value: 0, "aria-label": "Progress"});
  const cancel = element("button", {type: "button"}, "cancel");
  const working = element("div", {class: "bench-work", hidden: true}, bar, cancel);
  const fault = element("p", {class: "bench-fault", role: "alert", hidden: true});
  const node = element(
    "section",
    {class: "intake", "aria-label": "Gradients"},
    zone,
    paste.node,
    model.node,
    element("div", {class: "actions"}, element("span", {}, "Sample problems:"), ...sampleButtons),
    element(
      "p",
      {class: "aside"},
      "Nothing leaves this machine: files are read in this tab, and the page’s policy lets it connect to nothing but this site."
    ),
    status,
    working,
    fault
  );

  choose.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => void take([...(chooser.files ?? [])]));
  cancel.addEventListener("click", () => client.cancel());
  for (const type of ["dragenter", "dragover"] as const)
    zone.addEventListener(type, event => {
      event.preventDefault();
      zone.classList.add("over");
    });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", event => {
    event.preventDefault();
    zone.classList.remove("over");
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  const pace = paceOfSteps();
  const move = () => {
    if (!node.isConnected || client.progress.phase !== "answering") return;
    const share = pace.share(performance.now() / 1000);
    bar.value = share;
    bar.setAttribute("aria-valuetext", `${pace.expected() ? "about " : ""}${percent(share, 0)}`);
    setTimeout(move, 200);
  };
  client.addEventListener("progress", show);
  client.addEventListener("input", compare);
  const expected = address.get("file");
  const asked = samples.findIndex(({key}) => key === address.get("sample"));
  if (asked > 0) sampleButtons[asked].click();
  if (expected && /^[0-9a-f]{64}$/.test(expected))
    status.textContent = `This address was made for a file with the SHA-256 ${expected.slice(0, 8)}…: drop that file to see what its author saw.`;
  return node;

  function readPasted(): void {
    const {gradients, ...others} = paste.value();
    if (gradients) {
      origin = "pasted";
      setInUrl("sample", null);
      setInUrl("file", null);
      client.open({gradients, ...others, ...model.value()});
    } else if (others.hessian || others.start) client.open({...client.files(), ...others});
    else complain("nothing is pasted: a matrix is wanted, its Hessian or a start");
  }

  async function take(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    try {
      const {fresh, ...sorted} = await byRole(files, client.files());
      client.open(fresh ? {...sorted, ...model.value()} : sorted);
      if (fresh) {
        origin = "file";
        setInUrl("sample", null);
      }
    } catch (error) {
      complain((error as Error).message);
    }
    chooser.value = "";
  }

  function complain(message: string): void {
    fault.textContent = `${message}.`;
    fault.hidden = false;
  }

  function show(): void {
    const {progress} = client;
    const {phase} = progress;
    working.hidden = phase === "resting" || phase === "failed";
    fault.hidden = phase !== "failed";
    if (phase === "failed") complain(progress.message);
    if (phase === "reading") {
      bar.removeAttribute("value");
      status.textContent = `Reading ${progress.name} …`;
    } else if (phase === "answering") {
      pace.begin(progress.ahead, performance.now() / 1000);
      move();
      const seconds = pace.expected() ?? 0;
      const about = seconds > 2 ? `, about ${Math.ceil(seconds)} s, as a guess` : "";
      status.textContent = `At work: ${progress.ahead.doing}${about} …`;
    } else if (client.value) status.textContent = described(client);
  }

  function compare(): void {
    status.textContent = described(client);
    const {name, hashes} = client.value.table;
    const hash = hashes[name];
    if (origin !== "file" || !hash) return;
    if (expected && expected !== hash)
      status.textContent += ` Its SHA-256 begins ${hash.slice(0, 8)}: another file than this address was made for (${expected.slice(0, 8)}).`;
    setInUrl("file", hash);
  }
}

const holds = {
  gradients: "gradients",
  linear: "data for a linear regression",
  logistic: "data for a logistic regression",
  probit: "data for a probit regression"
} as const;

/** What the next file holds: gradients, or data to which a model is fitted here. In the address where it is a model. */
function modelChoice(address: URLSearchParams) {
  const kinds = Object.keys(holds) as (keyof typeof holds)[];
  const select = element(
    "select",
    {id: "bench-model"},
    ...kinds.map(kind => element("option", {value: kind}, holds[kind]))
  );
  const response = element("input", {
    id: "bench-response",
    type: "text",
    spellcheck: "false",
    placeholder: "the last"
  });
  const column = element(
    "span",
    {hidden: true},
    element("label", {for: "bench-response"}, modelLabels.response),
    response
  );
  const show = () => {
    column.hidden = select.value === "gradients";
    setInUrl("model", select.value === "gradients" ? null : select.value);
    setInUrl("response", column.hidden ? null : response.value.trim() || null);
  };
  const asked = kinds.find(kind => kind === address.get("model"));
  select.value = asked ?? "gradients";
  response.value = address.get("response") ?? "";
  show();
  select.addEventListener("change", show);
  response.addEventListener("input", show);
  return {
    node: element(
      "div",
      {class: "actions model"},
      element("label", {for: "bench-model"}, modelLabels.model),
      select,
      column
    ),
    clear() {
      select.value = "gradients";
      show();
    },
    value(): Pick<BenchFiles, "model"> {
      const kind = select.value as keyof typeof holds;
      if (kind === "gradients") return {};
      return {model: {kind, response: response.value.trim() || undefined}};
    }
  };
}

/** What is under study, in a line. */
function described({value: {table}}: Client): string {
  const {name, rows, columns, format, dtype, grouped, hessianFormat, starts, model} = table;
  const parts = [`${rows} rows of ${columns} numbers`, `${format}, ${dtype}`];
  if (model) parts.push(`gradients of a ${model}`);
  if (hessianFormat) parts.push(model ? "with its own Hessian" : "with a Hessian");
  if (grouped) parts.push("in groups");
  if (starts) parts.push("with a start, which takes the place of the excess loss below");
  return `${name}: ${parts.join(", ")}.`;
}
