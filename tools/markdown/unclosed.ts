import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {locateTokens} from "./lines.js";
import {type Environment, report} from "./page.js";

/** A core rule that reports fences and comments that end with the page, and all that they swallow with it. */
export function unclosed(state: StateCore): void {
  const env = state.env as Environment;
  const lines = state.src.split("\n");
  for (const {token, line} of locateTokens(state.tokens)) {
    const {type, map, markup, content} = token;
    if (type === "fence" && map) {
      const last = map[1] - 1;
      const closes = last > map[0] && /(?:`{3,}|~{3,})\s*$/.test(lines[last] ?? "");
      if (!closes) report(env, line, `${markup} is not closed`);
    } else if (type === "html_block" || type === "html_inline") {
      const opened = content.lastIndexOf("<!--");
      if (opened >= 0 && !content.includes("-->", opened))
        report(env, line + content.slice(0, opened).split("\n").length - 1, "<!-- is not closed");
    }
  }
}
