import {relative, resolve} from "node:path";
import {nearIt} from "../alike.js";
import {pagePath} from "../markdown/page.js";
import {pageFiles} from "../markdown/scanPages.js";

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
    throw new Error(`no page ${name}${nearIt(path, [...files.keys()])}`);
  });
  return [...new Set(chosen)];
}
