import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {type Environment, frontMatter, pageState} from "./page.js";
import {relativeHref} from "./relativeHref.js";
import {escapeHtml, renderText} from "./renderText.js";
import type {Site} from "./site.js";

/** A page of the way in, as `path.json` beside the pages has it. */
interface Step {
  readonly page: string;
  /** What a reader should know before. */
  readonly before: string;
  /** What the page gives. */
  readonly gives: string;
}

/** Words that a reader of formulas takes in per minute. */
const pace = 190;

/** Renders `::: path :::` as the pages of the way in, and says on each of them what to know before. */
export function useReadingPath(md: MarkdownIt, site: Site): void {
  md.renderer.rules["reading_path"] = () => pathHtml(site);
  md.core.ruler.after("block", "noisefloor_path", introduce(site));
}

function stepsOf({root}: Site): readonly Step[] {
  const file = join(root, "path.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

/** Minutes that the text of a page takes, without cells, folds and front matter. */
export function minutesOf(source: string): number {
  const text = frontMatter(source)
    .content.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "")
    .replace(/<details[\s\S]*?<\/details>/g, "");
  return Math.max(1, Math.round(text.split(/\s+/).filter(Boolean).length / pace));
}

const sourceOf = ({root}: Site, page: string) => readFileSync(join(root, `${page}.md`), "utf8");

function pathHtml(site: Site): string {
  const steps = stepsOf(site).map(step => {
    const source = sourceOf(site, step.page);
    return {...step, minutes: minutesOf(source), title: frontMatter(source).title ?? step.page};
  });
  const total = steps.reduce((sum, {minutes}) => sum + minutes, 0);
  const items = steps.map(
    ({page, before, gives, title, minutes}) =>
      `<li><a href=".${escapeHtml(page)}">${escapeHtml(title)}</a>: ${renderText(gives)}. ` +
      `<span class="path-before">Prerequisites: ${renderText(before)} · ${minutes} min</span></li>\n`
  );
  return (
    `<p class="path-total">${steps.length} pages, about ${total} minutes.</p>\n` +
    `<ol class="path">\n${items.join("")}</ol>\n`
  );
}

/** A core rule that puts a line below the question of a page that is on the way. */
function introduce(site: Site): (state: StateCore) => void {
  return state => {
    const {path, scanning} = pageState(state.env as Environment);
    const steps = scanning ? [] : stepsOf(site);
    const at = steps.findIndex(({page}) => page === path);
    const question = state.tokens.find(
      ({type, content}) => type === "html_block" && content.includes('<p class="question">')
    );
    if (at < 0 || !question) return;
    const {before} = steps[at];
    const next = steps[at + 1];
    const home = `${relativeHref(path, "/index").replace(/index$/, "")}#start`;
    const onwards = next ? ` · <a href="${relativeHref(path, next.page)}">next on the way</a>` : "";
    question.content += `<p class="path-place"><a href="${home}">Start here</a>, ${at + 1} of ${steps.length} · ${minutesOf(sourceOf(site, path))} min · prerequisites: ${renderText(before)}${onwards}</p>\n`;
  };
}
