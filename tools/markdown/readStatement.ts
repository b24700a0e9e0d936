import {inventory} from "../../claims/inventory.js";
import type {Directive} from "./directive.js";
import {type Environment, pageState, report} from "./page.js";
import {labelOf, sourceOf} from "./sourceLabel.js";
import {type Statement, type StatementKind, verdicts} from "./statementKinds.js";

const known = new Set(["title", "source", "verdict"]);

/** The statement that a directive opens on line `line`; what is wrong with it is reported. */
export function readStatement(directive: Directive, env: Environment, line: number): Statement {
  const complain = (message: string) => report(env, line, message);
  const {attributes, local} = directive;
  const kind = directive.kind as StatementKind;
  const id = readId(directive, complain);
  if (directive.rest)
    complain(`cannot read "${directive.rest}" on the first line of ${kind} ${id}`);
  for (const key of attributes.keys())
    if (!known.has(key))
      complain(`unknown attribute ${key}=; a statement takes ${[...known].join(", ")}`);
  const verdict = attributes.get("verdict");
  if (verdict !== undefined && !Object.hasOwn(verdicts, verdict))
    complain(`verdict must be one of ${Object.keys(verdicts).join(", ")}; got ${verdict}`);
  return {
    kind,
    id,
    local,
    label: directive.label ?? readLabel(kind, id, local, env, complain),
    title: attributes.get("title") ?? "",
    source: attributes.get("source") ?? (local ? "" : (sourceOf(id) ?? "")),
    verdict: verdict === undefined ? undefined : verdicts[verdict]
  };
}

function readId({kind, id, local}: Directive, complain: (message: string) => void): string {
  if (id === undefined)
    complain(`${kind} needs an id of the inventory, or #name for one of its own`);
  else if (local && !/^[a-z][\w-]*$/.test(id))
    complain(`an id of the page's own must be a lower-case word; got #${id}`);
  else if (!local && !inventory.has(id))
    complain(`unknown id ${id}; it must be in the inventory, or be written #name`);
  return id ?? kind;
}

function readLabel(
  kind: StatementKind,
  id: string,
  local: boolean,
  env: Environment,
  complain: (message: string) => void
): string {
  const name = kind[0].toUpperCase() + kind.slice(1);
  if (!local) {
    const label = labelOf(id);
    if (label === undefined && inventory.has(id))
      complain(`${id} needs a label in quotes: its id does not tell one`);
    return label ?? name;
  }
  const {counts} = pageState(env);
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return `${name} ${count}`;
}
