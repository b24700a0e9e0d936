import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Claim} from "../../claims/ledger/claim.js";
import {parseDirective} from "../markdown/directive.js";
import {root as projectRoot} from "../root.js";

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
  const directives = text.split("\n").map(line => parseDirective(line));
  return new Set(
    directives.flatMap(directive =>
      directive?.kind === "item" && directive.id !== undefined ? [directive.id] : []
    )
  );
}

/** The page of each id that one states. */
export function statedOn(pages: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string> {
  return new Map([...pages].flatMap(([page, ids]) => [...ids].map(id => [id, page] as const)));
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
