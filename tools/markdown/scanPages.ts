import {readdirSync, readFileSync, realpathSync, statSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {
  createPageState,
  type Environment,
  frontMatter,
  type PageOptions,
  type PageState
} from "./page.js";

/** The pages of a site by path, each with what a reference can name on it. */
export type SiteIndex = ReadonlyMap<string, PageState>;

/**
 * A function that returns the targets of every page of a site. Each call looks at the files anew and
 * parses those whose time or size changed, so that it costs next to nothing where none did.
 */
export function scanPages(md: MarkdownIt, options: PageOptions): () => SiteIndex {
  const {root} = options;
  const known = new Map<string, {stamp: string; page: PageState}>();
  return () => {
    const index = new Map<string, PageState>();
    for (const file of pageFiles(root)) {
      const {mtimeMs, size} = statSync(join(root, file));
      const stamp = `${mtimeMs} ${size}`;
      let entry = known.get(file);
      if (entry?.stamp !== stamp) {
        entry = {stamp, page: scanPage(md, options, file)};
        known.set(file, entry);
      }
      index.set(entry.page.path, entry.page);
    }
    return index;
  };
}

/** The Markdown files below `root`, relative to it, links followed; hidden folders are not pages. */
export function pageFiles(root: string): string[] {
  const files: string[] = [];
  const visited = new Set<string>();
  const visit = (folder: string) => {
    const real = realpathSync(join(root, folder));
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of readdirSync(real).sort()) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = folder ? `${folder}/${name}` : name;
      const stat = statSync(join(root, path), {throwIfNoEntry: false});
      if (stat?.isDirectory()) visit(path);
      else if (stat && name.endsWith(".md")) files.push(path);
    }
  };
  visit("");
  return files;
}

function scanPage(md: MarkdownIt, {root, inventory}: PageOptions, file: string): PageState {
  const {content, title} = frontMatter(readFileSync(join(root, file), "utf8"));
  const page = createPageState(file, {root, inventory, sink: () => {}}, true);
  const env: Environment & {code: object[]} = {path: file, code: [], noisefloor: page};
  md.parse(content, env);
  if (title !== undefined) page.title = title;
  return page;
}
