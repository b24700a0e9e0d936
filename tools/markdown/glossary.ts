import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {type Environment, pageState} from "./page.js";
import {relativeHref} from "./relativeHref.js";
import type {Site} from "./site.js";

const page = "/glossary";

interface Word {
  readonly id: string;
  readonly pattern: RegExp;
}

/** The words that the glossary explains under headings of their own, in one or many. */
function wordsOf({root}: Site): Word[] {
  const file = join(root, `${page}.md`);
  if (!existsSync(file)) return [];
  const headings = readFileSync(file, "utf8").matchAll(/^### (.+?) \{#([\w-]+)\}$/gm);
  return [...headings].map(([, word, id]) => ({
    id,
    pattern: new RegExp(`(?<![\\p{L}-])${word}(?:s|es|x)?(?![\\p{L}-])`, "u")
  }));
}

/** A core rule that makes the first use of each word of the glossary, in a page's paragraphs, a link to it. */
export function linkGlossary(site: Site): (state: StateCore) => void {
  return state => {
    const {path, scanning} = pageState(state.env as Environment);
    if (scanning || path === page || path.startsWith("/api/")) return;
    const waiting = new Map(wordsOf(site).map(word => [word.id, word]));
    for (const [i, token] of state.tokens.entries()) {
      if (waiting.size === 0) return;
      if (token.type !== "inline" || state.tokens[i - 1]?.type !== "paragraph_open") continue;
      let within = 0;
      token.children = (token.children ?? []).flatMap(child => {
        within += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
        return child.type === "text" && within === 0
          ? linked(state, child, waiting, path)
          : [child];
      });
    }
  };
}

/** The text with the first of the waiting words in it as a link, and the same of what follows. */
function linked(state: StateCore, token: Token, waiting: Map<string, Word>, path: string): Token[] {
  const found = [...waiting.values()]
    .flatMap(({id, pattern}) => {
      const match = pattern.exec(token.content);
      return match ? [{id, at: match.index, text: match[0]}] : [];
    })
    .sort((a, b) => a.at - b.at)[0];
  if (!found) return [token];
  waiting.delete(found.id);
  const text = (content: string) => {
    const piece = new state.Token("text", "", 0);
    piece.content = content;
    return piece;
  };
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", relativeHref(path, page, found.id));
  open.attrSet("class", "term");
  const close = new state.Token("link_close", "a", -1);
  const rest = text(token.content.slice(found.at + found.text.length));
  return [
    text(token.content.slice(0, found.at)),
    open,
    text(found.text),
    close,
    ...linked(state, rest, waiting, path)
  ];
}
