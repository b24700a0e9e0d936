import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {type Bibliography, readBibliography} from "./bibliography.js";
import type {PageOptions, PageState, Target} from "./page.js";
import {type SiteIndex, scanPages} from "./scanPages.js";

/** What pages know of each other. */
export interface Site {
  readonly root: string;
  /** The paths of pages in the order in which they are read. */
  readonly order: readonly string[];
  /** Every page as it stands on disk, looked at once for all that is done without a pause. */
  index(): SiteIndex;
  bibliography(): Bibliography;
}

/** The site below `options.root`, read with `md` and read again where it changes. */
export function createSite(md: MarkdownIt, options: PageOptions): Site {
  const file = options.bibliography ?? join(options.root, "references.json");
  return {
    root: options.root,
    order: options.order ?? [],
    index: onceATurn(scanPages(md, options)),
    bibliography: () => readBibliography(file)
  };
}

/** The same function, whose answer is good until the code that asks pauses: a page asks several times. */
function onceATurn<T>(look: () => T): () => T {
  let seen: {readonly answer: T} | undefined;
  return () => {
    if (seen) return seen.answer;
    seen = {answer: look()};
    queueMicrotask(() => (seen = undefined));
    return seen.answer;
  };
}

/** A target and the page where it stands. */
export interface Found {
  readonly page: PageState;
  readonly target: Target;
}

/**
 * The targets named `key`, as a reader of `page` means it: on the page itself if there is one, else
 * wherever it stands; `/page#key` looks on that page alone.
 */
export function findTargets(key: string, page: PageState, index: SiteIndex): Found[] {
  const hash = key.indexOf("#");
  if (hash > 0) {
    const path = key.slice(0, hash);
    const other = path === page.path ? page : index.get(path);
    const target = other?.targets.get(key.slice(hash + 1));
    return other && target ? [{page: other, target}] : [];
  }
  const name = key.replace(/^#/, "");
  const own = page.targets.get(name);
  if (own) return [{page, target: own}];
  return [...index.values()].flatMap(other => {
    const target = other.path === page.path ? undefined : other.targets.get(name);
    return target ? [{page: other, target}] : [];
  });
}

/** The page that carries the bibliography. */
export function bibliographyPage(page: PageState, index: SiteIndex): PageState | undefined {
  if (page.bibliography) return page;
  return [...index.values()].find(other => other.bibliography && other.path !== page.path);
}
