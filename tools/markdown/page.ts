import {readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {type ProblemSink, throwProblem} from "./problems.js";

/** A statement, equation or bibliography entry that a reference can name. */
export interface Target {
  readonly kind: "statement" | "equation";
  readonly id: string;
  /** What a reference to it reads: "Lemma 4.1", "(3)". */
  readonly text: string;
  /** One line about it for a preview: source, label, title. */
  readonly summary: string;
  readonly line: number;
}

/** What one pass over a page found on it. */
export interface PageState {
  /** Path of the page in the site, without extension: "/noise/alignment". */
  readonly path: string;
  readonly file: string;
  /** Lines of front matter that the parser does not see. */
  readonly lineOffset: number;
  /** True while the page is only read for its targets: nothing is rendered, nothing resolved. */
  readonly scanning: boolean;
  readonly sink: ProblemSink;
  title: string | null;
  /** Every id on the page with the line where it stands. */
  readonly anchors: Map<string, number>;
  readonly targets: Map<string, Target>;
  equations: number;
  /** Statements without a number of their own, counted per kind. */
  readonly counts: Map<string, number>;
  /** The statement that the parser is in, and whether it shows its two versions. */
  statement: {readonly id: string; corrected: boolean} | null;
  /** Whether the page carries the bibliography. */
  bibliography: boolean;
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
}

/** The path of a page as the site spells it, from what Framework passes: "noise/a.md" or "/noise/a". */
export function pagePath(path: string): string {
  return `/${path.replace(/^\/+/, "").replace(/\.md$/, "")}`;
}

/** The lines before a page's content: what Framework takes off as front matter. */
export function frontMatterLines(source: string): number {
  const match = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(source);
  return match ? (match[0].match(/\n/g)?.length ?? 0) : 0;
}

/** A fresh state for the page at `path`. */
export function createPageState(
  path: string,
  {root, sink = throwProblem}: PageOptions,
  scanning = false
): PageState {
  const page = pagePath(path);
  const source = join(root, `${page}.md`);
  return {
    path: page,
    file: relative(process.cwd(), source),
    lineOffset: readLineOffset(source),
    scanning,
    sink,
    title: null,
    anchors: new Map(),
    targets: new Map(),
    equations: 0,
    counts: new Map(),
    statement: null,
    bibliography: false
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

function readLineOffset(source: string): number {
  try {
    return frontMatterLines(readFileSync(source, "utf8"));
  } catch {
    // A page that a loader makes has no file; its lines are those of its content.
    return 0;
  }
}
