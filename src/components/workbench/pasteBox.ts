import type {BenchFiles, NamedBytes} from "../../lib/workbench/bench.js";
import {element} from "../element.js";

const fields = {
  gradients: {
    label: "Gradients, one row per sample",
    name: "what was pasted",
    rows: 5,
    placeholder: "0.12, -0.40\n0.31, 0.08\n…"
  },
  hessian: {
    label: "Their Hessian H, or its diagonal (optional)",
    name: "the pasted Hessian",
    rows: 3,
    placeholder: "2.0, 0.3\n0.3, 1.0"
  },
  start: {
    label: "Where a budget starts, θ₀ − θ⋆ (optional)",
    name: "the pasted start",
    rows: 1,
    placeholder: "0.5, -0.2"
  }
} as const;

type Field = keyof typeof fields;

/** A fold in which gradients, their Hessian and a start are pasted; `read` is called where they are to be read. */
export function pasteBox(read: () => void) {
  const boxes = Object.entries(fields).map(([key, {label, rows, placeholder}]) => {
    const id = `pasted-${key}`;
    const box = element("textarea", {id, rows, spellcheck: "false", placeholder});
    return {
      key: key as Field,
      box,
      node: element("p", {}, element("label", {for: id}, label), box)
    };
  });
  const button = element("button", {type: "button"}, "Read what is pasted");
  button.addEventListener("click", read);
  return {
    node: element(
      "details",
      {class: "paste"},
      element("summary", {}, "or paste a matrix, its Hessian, a start"),
      ...boxes.map(({node}) => node),
      element("div", {class: "actions"}, button)
    ),
    /** What stands in the boxes that are not empty. */
    value(): Partial<Record<Field, NamedBytes>> {
      const filled = boxes.filter(({box}) => box.value.trim());
      return Object.fromEntries(
        filled.map(({key, box}) => [
          key,
          {name: fields[key].name, bytes: new TextEncoder().encode(box.value)}
        ])
      );
    }
  };
}

/** What a file is to the page, by its name. */
const roles = {
  hessian: /hess|curvature/i,
  groups: /group|cluster/i,
  start: /(?:^|[^a-z])start(?:[^a-z]|$)/i
} as const;

/**
 * Files by what their names say. Without gradients they go with those under study.
 *
 * @throws RangeError on more than one file of gradients
 */
export async function byRole(
  files: readonly File[],
  under: BenchFiles
): Promise<BenchFiles & {readonly fresh: boolean}> {
  const sorted: {-readonly [role in keyof typeof roles]?: NamedBytes} = {};
  const rest: NamedBytes[] = [];
  for (const file of files) {
    const named = {name: file.name, bytes: new Uint8Array(await file.arrayBuffer())};
    const role = (Object.keys(roles) as (keyof typeof roles)[]).find(
      key => !sorted[key] && roles[key].test(file.name)
    );
    if (role) sorted[role] = named;
    else rest.push(named);
  }
  if (rest.length > 1)
    throw new RangeError(
      `one file of gradients is wanted, besides those with hess, group or start in their names; got ${rest.map(({name}) => name).join(", ")}`
    );
  const [gradients] = rest;
  return gradients ? {gradients, ...sorted, fresh: true} : {...under, ...sorted, fresh: false};
}
