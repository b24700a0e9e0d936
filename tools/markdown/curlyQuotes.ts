import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";

/** Sets quotation marks and apostrophes of prose as a printer would, whatever keys they were typed with. */
export function useCurlyQuotes(md: MarkdownIt): void {
  md.set({typographer: true, quotes: "“”‘’"});
  // Of the typographer this site wants the quotes alone.
  md.disable("replacements");
  md.core.ruler.after("block", "noisefloor_quotes", curlQuestion);
}

/** The question of a page is raw HTML, which markdown-it leaves alone. */
function curlQuestion(state: StateCore): void {
  for (const token of state.tokens)
    if (token.type === "html_block" && /^<p class="question">/.test(token.content))
      token.content = token.content
        .split(/(<[^>]*>)/)
        .map((piece, i) => (i % 2 ? piece : curled(piece)))
        .join("");
}

/** Text whose pairs of straight quotes and apostrophes are curly. */
export const curled = (text: string): string =>
  text.replace(/"([^"]*)"/g, "“$1”").replace(/(?<=[\p{L}\p{N}])'/gu, "’");
