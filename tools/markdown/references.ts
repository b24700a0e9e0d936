import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type {Document} from "../../claims/document.js";

/** One thing that a reference names, before it is known what it is. */
export interface ReferenceItem {
  /** Key of the bibliography, id of a statement, or `eq:name`; after `/page#` if on a certain page. */
  readonly key: string;
  /** What follows the key in a citation: `, §4.1`. */
  readonly suffix: string;
  /** Link text in place of the target's own. */
  readonly text?: string;
}

export interface ReferenceMeta {
  /** Newlines between the start of the paragraph and the reference. */
  readonly lines: number;
  readonly items: readonly ReferenceItem[];
  /** In parentheses, as citations are. */
  readonly bracketed: boolean;
  /** The source text. */
  readonly source: string;
  html?: string;
}

const CITATION = /\[(@[^[\]]+)\](?![([])/y;
const CITATION_ITEM = /^@([A-Za-z][\w:./#-]*\w)\s*(,.*)?$/s;
const LINK = /\[\[([A-Za-z/#][\w:./#-]*)(?:\|([^\][]+))?\]\]/y;

/**
 * `[@key]`, `[@key, §4.1; @other]`, `[[id]]`, `[[id|words]]`, `[[/page#id]]`, `@FG-Lem4.1`, `@eq:name`.
 * The tokens hold what was written; `resolveReferences` makes links of them.
 */
export function useReferences(md: MarkdownIt, documents: readonly Document[]): void {
  const prefixes = documents.map(({prefix}) => `${prefix}-|`).join("");
  const bare = new RegExp(`@((?:${prefixes}eq:)[\\w.-]*\\w)`, "y");
  md.inline.ruler.before("link", "reference", inlineReference(bare));
  md.renderer.rules["reference"] = (tokens, i) => tokens[i].meta.html;
}

const inlineReference =
  (bare: RegExp) =>
  (state: StateInline, silent: boolean): boolean => {
    const {src, pos} = state;
    // Inside a link's words there is no second link; markdown-it's types do not know the counter.
    if ((state as StateInline & {linkLevel: number}).linkLevel > 0) return false;
    if (src[pos] !== "[" && src[pos] !== "@") return false;
    const found = read(src, pos, bare);
    if (!found || pos + found.source.length > state.posMax) return false;
    if (!silent) {
      const meta: ReferenceMeta = {...found, lines: src.slice(0, pos).split("\n").length - 1};
      state.push("reference", "", 0).meta = meta;
    }
    state.pos = pos + found.source.length;
    return true;
  };

function read(src: string, pos: number, bare: RegExp): Omit<ReferenceMeta, "lines"> | null {
  const citation = matchAt(CITATION, src, pos);
  if (citation) {
    const parts = citation[1].split(";").map(part => CITATION_ITEM.exec(part.trim()));
    if (parts.includes(null)) return null;
    const items = parts.map(part => ({key: part![1], suffix: (part![2] ?? "").trimEnd()}));
    return {items, bracketed: true, source: citation[0]};
  }
  const link = matchAt(LINK, src, pos);
  if (link) {
    const [source, key, text] = link;
    return {items: [{key, suffix: "", text: text?.trim()}], bracketed: false, source};
  }
  const word = !/\w/.test(src[pos - 1] ?? "") && matchAt(bare, src, pos);
  if (word) return {items: [{key: word[1], suffix: ""}], bracketed: false, source: word[0]};
  return null;
}

function matchAt(pattern: RegExp, src: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}
