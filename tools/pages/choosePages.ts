import {relative, resolve} from "node:path";
import {pagePath} from "../markdown/page.js";
import {pageFiles} from "../markdown/scanPages.js";
import {editDistance} from "./editDistance.js";

/** The most pages that an error proposes. */
const proposals = 3;

/**
 * The files of the named pages below `source`, relative to it. A name is a path in the site,
 * `/noise/alignment`, or a file, `src/noise/alignment.md`.
 *
 * @throws naming pages that are spelt alike, where there is no such page
 */
export function choosePages(source: string, names: readonly string[]): string[] {
  const files = new Map(pageFiles(source).map(file => [pagePath(file), file]));
  const chosen = names.map(name => {
    const below = relative(resolve(source), resolve(name));
    const path = name.endsWith(".md") && !below.startsWith("..") ? pagePath(below) : pagePath(name);
    const file =
      files.get(path.replace(/(.)\/$/, "$1")) ?? files.get(path.replace(/\/*$/, "/index"));
    if (file !== undefined) return file;
    const near = alike(path, [...files.keys()]);
    throw new Error(`no page ${name}${near.length ? `; near it are ${near.join(", ")}` : ""}`);
  });
  return [...new Set(chosen)];
}

/** The paths that a misspelt one may mean: their whole, or their last part, differs in a third at most. */
function alike(path: string, paths: readonly string[]): string[] {
  const last = (text: string) => text.slice(text.lastIndexOf("/") + 1);
  const far = (other: string) =>
    Math.min(
      editDistance(path, other) / path.length,
      editDistance(last(path), last(other)) / last(path).length
    );
  return paths
    .map(other => ({other, distance: last(other).includes(last(path)) ? 0 : far(other)}))
    .filter(({distance}) => distance <= 1 / 3)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, proposals)
    .map(({other}) => other);
}
