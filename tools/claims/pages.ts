import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Claim} from "../../claims/ledger/claim.js";
import {parseDirective} from "../markdown/directive.js";
import {statementKinds} from "../markdown/statementKinds.js";
import {root as projectRoot} from "../root.js";

const kinds = new Set<string>(statementKinds);

/** Paths of a project's pages with the ids of the inventory that each states. */
export function pagesOf(root = projectRoot): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>();
  const walk = (folder: string, path: string) => {
    for (const entry of readdirSync(join(root, "src", folder), {withFileTypes: true})) {
      const below = join(folder, entry.name);
      if (entry.isDirectory()) walk(below, `${path}/${entry.name}`);
      else if (entry.name.endsWith(".md")) {
        const text = readFileSync(join(root, "src", below), "utf8");
        pages.set(`${path}/${entry.name.slice(0, -3)}`, stated(text));
      }
    }
  };
  if (existsSync(join(root, "src"))) walk("", "");
  return pages;
}

function stated(text: string): Set<string> {
  const ids = text
    .split("\n")
    .map(line => parseDirective(line))
    .flatMap(directive =>
      directive?.id !== undefined && !directive.local && kinds.has(directive.kind)
        ? [directive.id]
        : []
    );
  return new Set(ids);
}

/** Claims and pages that disagree on who states what, one line each. */
export function misplaced(
  claims: readonly Claim[],
  pages: ReadonlyMap<string, ReadonlySet<string>>
): string[] {
  const problems: string[] = [];
  for (const {id, page} of claims) {
    if (page !== null && !pages.get(page)?.has(id))
      problems.push(`${id}: ${page} does not state it`);
  }
  const placed = new Set(claims.filter(({page}) => page !== null).map(({id}) => id));
  const known = new Set(claims.map(({id}) => id));
  for (const [page, ids] of pages)
    for (const id of ids)
      if (known.has(id) && !placed.has(id))
        problems.push(`${id}: ${page} states it and its claim names no page`);
  return problems;
}

/** Ids that a page states and no claim checks yet, one line each. */
export function unclaimed(
  claims: readonly Claim[],
  pages: ReadonlyMap<string, ReadonlySet<string>>
): string[] {
  const known = new Set(claims.map(({id}) => id));
  return [...pages].flatMap(([page, ids]) =>
    [...ids]
      .filter(id => !known.has(id))
      .map(id => `${id}: ${page} states it and no claim checks it`)
  );
}
