import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {lettersId} from "../../src/components/letters.js";

const switchHtml =
  '<p class="letters">Formulas are in <button type="button">this site’s letters</button></p>\n';

/**
 * Puts the switch between the site's letters and the documents' below the question of a page, and the formulas
 * in the documents' letters at its end, from where a build takes them into a file of their own.
 */
export function offerLetters(state: StateCore, letters: readonly string[]): void {
  const question = state.tokens.find(
    ({type, content}) => type === "html_block" && content.startsWith('<p class="question">')
  );
  const token = new state.Token("html_block", "", 0);
  token.content = `<script type="application/json" id="${lettersId}">${JSON.stringify(
    letters.map(html => html.replace(/<annotation [^>]*>[^<]*<\/annotation>/g, ""))
  ).replaceAll("<", "\\u003c")}</script>\n`;
  if (question) question.content += switchHtml;
  else token.content = switchHtml + token.content;
  state.tokens.push(token);
}
