import {sourceOf} from "../../claims/inventory.js";
import type {StatementKind} from "../../claims/statementKind.js";
import type {Directive} from "./directive.js";
import {type Environment, pageState, report} from "./page.js";
import type {Statement} from "./statementKinds.js";

type Complain = (message: string) => void;

/** The statement that a directive opens on line `line`; what is wrong with it is reported. */
export function readStatement(directive: Directive, env: Environment, line: number): Statement {
  const complain = (message: string) => report(env, line, message);
  const {attributes, rest} = directive;
  const read = directive.kind === "item" ? readItem : readOwn;
  const statement = read(directive, env, complain);
  if (rest) complain(`cannot read "${rest}" on the first line of ${statement.id}`);
  if (attributes.has("verdict"))
    complain(`${statement.id}: the ledger says its verdict; leave out verdict=`);
  return {...statement, title: attributes.get("title") ?? ""};
}

type Named = Pick<Statement, "kind" | "id" | "local" | "label" | "source">;

/** An item of the inventory, which says its kind, label and source; the page may add to the source. */
function readItem(
  {id = "", label, attributes}: Directive,
  env: Environment,
  complain: Complain
): Named {
  const item = pageState(env).inventory.get(id);
  if (!item) complain(`unknown id ${id}; it must be in the inventory`);
  if (label !== undefined) complain(`${id} has its label from the inventory, not “${label}”`);
  allow(["title", "also"], attributes, complain);
  const also = attributes.get("also");
  const source = item ? sourceOf(item) : "";
  return {
    kind: item?.kind ?? "text",
    id,
    local: false,
    label: item?.label ?? id,
    source: also ? `${source}; ${also}` : source
  };
}

/** A statement of the page's own. */
function readOwn(
  {kind, id, local, label, attributes}: Directive,
  env: Environment,
  complain: Complain
): Named {
  if (id === undefined) complain(`${kind} needs a #name of the page's own`);
  else if (!local) complain(`an item of the inventory is written ::: ${id}, without its kind`);
  else if (!/^[a-z][\w-]*$/.test(id))
    complain(`an id of the page's own must be a lower-case word; got #${id}`);
  allow(["title", "source"], attributes, complain);
  return {
    kind: kind as StatementKind,
    id: id ?? kind,
    local: true,
    label: label ?? nextLabel(kind, env),
    source: attributes.get("source") ?? ""
  };
}

function allow(
  known: readonly string[],
  attributes: ReadonlyMap<string, string>,
  complain: Complain
): void {
  for (const key of attributes.keys())
    if (key !== "verdict" && !known.includes(key))
      complain(`unknown attribute ${key}=; the statement takes ${known.join(", ")}`);
}

/** Statements of the page's own are counted by kind. */
function nextLabel(kind: string, env: Environment): string {
  const {counts} = pageState(env);
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return `${kind[0].toUpperCase()}${kind.slice(1)} ${count}`;
}
