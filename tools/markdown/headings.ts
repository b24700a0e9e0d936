import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {addAnchor} from "./anchors.js";
import {type Environment, pageState, report} from "./page.js";

const EXPLICIT = /\s*\{#([\w.-]+)\}\s*$/;

/** Takes `{#id}` off the end of headings; the id waits in the token's meta until the slugs are made. */
export function explicitHeadingIds(state: StateCore): void {
  for (const [i, token] of state.tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const text = state.tokens[i + 1].children?.findLast(child => child.type === "text");
    const match = text && EXPLICIT.exec(text.content);
    if (!match) continue;
    text.content = text.content.slice(0, match.index);
    token.meta = {...token.meta, id: match[1]};
  }
}

/**
 * Notes the anchors of headings. One that repeats the words of an earlier one would get a number that
 * changes with the order of the page, so it must say its id itself.
 */
export function headingAnchors(state: StateCore): void {
  const env = state.env as Environment;
  const page = pageState(env);
  const words = new Map<string, number>();
  let titled = false;
  for (const [i, token] of state.tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const line = token.map?.[0] ?? 0;
    const text = (state.tokens[i + 1].children ?? [])
      .filter(child => child.type === "text" || child.type === "code_inline")
      .map(child => child.content)
      .join("");
    if (token.tag === "h1" && !titled) {
      page.title = text || page.title;
      titled = true;
    }
    const explicit = token.meta?.id as string | undefined;
    if (explicit) token.attrSet("id", explicit);
    else {
      const key = text.trim().toLowerCase();
      const first = words.get(key);
      if (first !== undefined)
        report(
          env,
          line,
          `heading "${text}" repeats that on line ${page.lineOffset + first + 1}; give it an id: {#name}`
        );
      else words.set(key, line);
    }
    const id = token.attrGet("id");
    if (id === null || id === "") report(env, line, `heading "${text}" needs an id: {#name}`);
    else addAnchor(env, id, line);
  }
}
