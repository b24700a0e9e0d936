import type {BenchFiles, NamedBytes} from "../../lib/workbench/bench.js";
import {setInUrl} from "../controls.js";
import {element} from "../element.js";
import type {Client} from "./client.js";
import type {SampleProblem} from "./samples.js";

/** What a file is to the page, by its name. */
const roles = {hessian: /hess|curvature/i, groups: /group|cluster/i} as const;

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
      "With it, if you have them: the Hessian (a file with hess in its name) and groups of rows (group in its name)."
    ),
    choose,
    chooser
  );
  const address = new URLSearchParams(location.search);
  const model = modelChoice(address);
  const pasted = element("textarea", {
    rows: 5,
    spellcheck: "false",
    "aria-label": "A matrix, one row per sample",
    placeholder: "0.12, -0.40\n0.31, 0.08\n…"
  });
  const read = element("button", {type: "button"}, "Read what is pasted");
  const paste = element(
    "details",
    {class: "paste"},
    element("summary", {}, "or paste a matrix"),
    pasted,
    element("div", {class: "actions"}, read)
  );
  let origin: "sample" | "file" | "pasted" = "sample";
  const sampleButtons = samples.map(sample => {
    const button = element("button", {type: "button"}, sample.label);
    button.addEventListener("click", async () => {
      origin = "sample";
      setInUrl("file", null);
      setInUrl("sample", sample === samples[0] ? null : sample.key);
      model.clear();
      client.open(await sample.load());
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
    paste,
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
  read.addEventListener("click", () => {
    origin = "pasted";
    setInUrl("sample", null);
    setInUrl("file", null);
    client.open({
      gradients: {name: "what was pasted", bytes: new TextEncoder().encode(pasted.value)},
      ...model.value()
    });
  });
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
  client.addEventListener("progress", show);
  client.addEventListener("input", compare);
  const expected = address.get("file");
  const asked = samples.findIndex(({key}) => key === address.get("sample"));
  if (asked > 0) sampleButtons[asked].click();
  if (expected && /^[0-9a-f]{64}$/.test(expected))
    status.textContent = `This address was made for a file with the SHA-256 ${expected.slice(0, 8)}…: drop that file to see what its author saw.`;
  return node;

  async function take(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    try {
      const sorted = await byRole(files);
      origin = "file";
      client.open({...sorted, ...model.value()});
      setInUrl("sample", null);
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
      bar.value = progress.ahead.share;
      status.textContent = `At work: ${progress.ahead.doing} …`;
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
    element("label", {for: "bench-response"}, "column to explain"),
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
      element("label", {for: "bench-model"}, "The table holds"),
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
  const {name, rows, columns, format, dtype, grouped, hessianFormat, model} = table;
  const parts = [`${rows} rows of ${columns} numbers`, `${format}, ${dtype}`];
  if (model) parts.push(`gradients of a ${model}`);
  if (hessianFormat) parts.push(model ? "with its own Hessian" : "with a Hessian");
  if (grouped) parts.push("in groups");
  return `${name}: ${parts.join(", ")}.`;
}

async function byRole(files: readonly File[]): Promise<BenchFiles> {
  const named = await Promise.all(
    files.map(
      async (file): Promise<NamedBytes> => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer())
      })
    )
  );
  const hessian = named.find(({name}) => roles.hessian.test(name));
  const groups = named.find(file => file !== hessian && roles.groups.test(file.name));
  const rest = named.filter(file => file !== hessian && file !== groups);
  if (rest.length !== 1)
    throw new RangeError(
      `one file of gradients is wanted, besides those with hess or group in their names; got ${rest.map(({name}) => name).join(", ") || "none"}`
    );
  return {gradients: rest[0], ...(hessian && {hessian}), ...(groups && {groups})};
}
