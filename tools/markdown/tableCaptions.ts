import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {type Environment, report} from "./page.js";

const mark = /^Table: /;

/**
 * A core rule, before lines are read: a paragraph `Table: …` right above a table is its caption. Reports tables that
 * have neither that nor a heading right above, unless they open the page.
 */
export function captionTables(state: StateCore): void {
  const {tokens} = state;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].type !== "table_open") continue;
    const above = tokens[i - 1]?.type;
    const text = tokens[i - 2];
    if (above === "paragraph_close" && mark.test(text.content))
      tokens.splice(i - 3, 4, tokens[i], ...captionOf(state, text));
    else if (above !== undefined && above !== "heading_close")
      report(
        state.env as Environment,
        tokens[i].map?.[0] ?? 0,
        'a table wants a caption: a paragraph "Table: …" right above it'
      );
  }
}

function captionOf(state: StateCore, text: Token): Token[] {
  const tag = (name: string, nesting: -1 | 1) => {
    const token = new state.Token(name, "caption", nesting);
    token.map = text.map;
    return token;
  };
  text.content = text.content.replace(mark, "");
  return [tag("caption_open", 1), text, tag("caption_close", -1)];
}
