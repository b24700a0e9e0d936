import {readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {inventory as all, documentsOf, type Items} from "../../claims/inventory.js";
import {type Doubts, noDoubts} from "../claims/doubts.js";
import type {EvidenceByKey} from "../claims/evidenceFile.js";
import {withDoubts} from "../claims/evidenceFile.js";
import {readVerdictChanges, type VerdictChange} from "../claims/verdictChanges.js";
import {type FrontMatterFault, frontMatterFaults} from "./frontMatterRules.js";
import {type LocalSymbol, readLocalSymbols} from "./localSymbols.js";
import type {SymbolRow} from "./notation.js";
import {type ProblemSink, throwProblem} from "./problems.js";

/** A statement or equation that a reference can name. */
export interface Target {
  readonly kind: "statement" | "equation";
  readonly id: string;
  /** What a reference to it reads: "Lemma 4.1", "(3)". */
  readonly text: string;
  /** One line about it for a preview: source, label, title. */
  readonly summary: string;
  readonly line: number;
  /** True for an item of the inventory, which one page of the site states. */
  readonly shared: boolean;
}

/** What one pass over a page found on it. */
export interface PageState {
  /** Path of the page in the site, without extension: "/noise/alignment". */
  readonly path: string;
  readonly file: string;
  /** Lines of front matter that the parser does not see. */
  readonly lineOffset: number;
  readonly frontMatterFaults: readonly FrontMatterFault[];
  /** True while the page is only read for its targets: nothing is rendered, nothing resolved. */
  readonly scanning: boolean;
  readonly sink: ProblemSink;
  /** What a link to the page calls it. */
  title: string;
  /** Every id on the page with the line where it stands. */
  readonly anchors: Map<string, number>;
  readonly targets: Map<string, Target>;
  readonly links: {readonly href: string; readonly line: number}[];
  equations: number;
  /** Statements without a number of their own, counted per kind. */
  readonly counts: Map<string, number>;
  /** The statement that the parser is in, and whether it shows its two versions. */
  statement: {readonly id: string; corrected: boolean} | null;
  /** Whether the page carries the bibliography. */
  bibliography: boolean;
  /** What the documents say. */
  readonly inventory: Items;
  /** What the ledger says of each claim. */
  readonly evidence: EvidenceByKey;
  /** What of it a preview cannot stand by. */
  readonly doubts: Doubts;
  /** Verdicts that changed, as the changelog beside the folder of pages has them. */
  readonly changes: () => readonly VerdictChange[];
  /** The rows of the notation, on the page that carries them. */
  readonly symbols: SymbolRow[];
  /** Symbols that mean something on this page alone. */
  readonly locals: readonly LocalSymbol[];
  /** HTML of the formulas that the page shows in the site's letters, in those of their documents. */
  readonly letters: string[];
}

/** The environment that Framework hands to markdown-it; ours rides on it. */
export interface Environment {
  path?: string;
  noisefloor?: PageState;
}

export interface PageOptions {
  /** Folder that holds the pages. */
  readonly root: string;
  readonly sink?: ProblemSink;
  /** CSL-JSON file of the bibliography; `references.json` in `root` unless given. */
  readonly bibliography?: string;
  /** What the site's documents say; the project's unless given. */
  readonly inventory?: Items;
  /** What the ledger says of each claim; nothing unless given. */
  readonly evidence?: () => EvidenceByKey;
  /** What of it a preview cannot stand by; there is no doubt unless given. */
  readonly doubts?: () => Doubts;
  /** The paths of pages in the order in which they are read; the others follow by name. */
  readonly order?: readonly string[];
}

/** The path of a page as the site spells it, from what Framework passes: "noise/a.md" or "/noise/a". */
export function pagePath(path: string): string {
  return `/${path.replace(/^\/+/, "").replace(/\.md$/, "")}`;
}

/** The file of a page, relative to the working directory. */
export const pageFile = (path: string, root: string): string =>
  relative(process.cwd(), join(root, `${pagePath(path)}.md`));

/** A page's source without its front matter: the lines that this takes off, and the title it gives. */
export function frontMatter(source: string): {content: string; lines: number; title?: string} {
  const match = /^---[ \t]*\r?\n((?:[\s\S]*?\r?\n)?)---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) return {content: source, lines: 0};
  const title = /^title:[ \t]*(.+?)[ \t]*$/m.exec(match[1])?.[1].replace(/^(["'])(.*)\1$/, "$2");
  return {
    content: source.slice(match[0].length),
    lines: match[0].split("\n").length - 1,
    title
  };
}

/** A fresh state for the page at `path`. */
export function createPageState(path: string, options: PageOptions, scanning = false): PageState {
  const {root, sink = throwProblem, inventory = all} = options;
  const doubts = options.doubts?.() ?? noDoubts;
  const page = pagePath(path);
  const source = readSource(join(root, `${page}.md`));
  return {
    path: page,
    file: pageFile(path, root),
    lineOffset: frontMatter(source).lines,
    frontMatterFaults: frontMatterFaults(source),
    scanning,
    sink,
    title: page,
    anchors: new Map(),
    targets: new Map(),
    links: [],
    equations: 0,
    counts: new Map(),
    statement: null,
    bibliography: false,
    inventory,
    evidence: withDoubts(options.evidence?.() ?? {}, doubts),
    doubts,
    changes: () => readVerdictChanges(dirname(root)),
    symbols: [],
    locals: readLocalSymbols(
      source,
      documentsOf(inventory).map(({notation}) => notation)
    ),
    letters: []
  };
}

/** The page's state in `env`, as `useNoisefloor` put it there. */
export function pageState(env: Environment): PageState {
  if (!env.noisefloor)
    throw new TypeError("env must come from a markdown-it that useNoisefloor set up");
  return env.noisefloor;
}

/** Reports `message` at line `line` of the content, counted from 0 as markdown-it does. */
export function report(env: Environment, line: number, message: string): void {
  const state = pageState(env);
  state.sink({file: state.file, line: state.lineOffset + line + 1, message});
}

function readSource(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // A page that a loader makes has no file; its lines are those of its content.
    return "";
  }
}
