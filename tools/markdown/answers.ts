import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {type Environment, pageState} from "./page.js";
import {renderText} from "./renderText.js";
import type {Site} from "./site.js";

/** What pages found, a sentence each, by their paths: `answers.json` beside the pages. */
export function answersOf(root: string): Readonly<Record<string, string>> {
  const file = join(root, "answers.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** A core rule that puts what a page found below its question. */
export function answerQuestion(site: Site): (state: StateCore) => void {
  return state => {
    const {path, scanning} = pageState(state.env as Environment);
    const answer = scanning ? undefined : answersOf(site.root)[path];
    const question = state.tokens.find(
      ({type, content}) => type === "html_block" && content.startsWith('<p class="question">')
    );
    if (answer !== undefined && question)
      question.content += `<p class="answer">${renderText(answer)}</p>\n`;
  };
}
