import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {addAnchor} from "./anchors.js";
import {foreignLoads, isForeign} from "./foreignLoads.js";
import {type HtmlTag, htmlTags} from "./htmlTags.js";
import {locateTokens} from "./lines.js";
import {type Environment, pageState, report} from "./page.js";

/** Notes ids and links of raw HTML and reports images and figures without a text
 * alternative and what would be loaded from another origin. */
export function readHtml(state: StateCore): void {
  const env = state.env as Environment;
  const page = pageState(env);
  for (const {token, line} of locateTokens(state.tokens)) {
    if (token.type !== "image") continue;
    const address = token.attrGet("src") ?? "";
    if (!token.content.trim()) report(env, line, `image ${address} has no text alternative`);
    if (isForeign(address)) report(env, line, `request off the origin: ${address}`);
  }

  const figures: {line: number; named: boolean}[] = [];
  for (const tag of htmlTags(state.tokens)) {
    const {name, attributes, line} = tag;
    for (const [key, value] of attributes)
      if (value.includes("${"))
        report(env, line, `Framework evaluates no expression in an attribute: ${key} of <${name}>`);
    for (const address of foreignLoads(tag))
      report(env, line, `request off the origin: ${address}`);
    for (const message of unsafe(tag)) report(env, line, message);
    if (attributes.has("data-verdict")) report(env, line, "data-verdict is the ledger's to say");
    if (/(?:^|\s)badge(?:\s|$)/.test(attributes.get("class") ?? ""))
      report(env, line, "a badge is the ledger's to give");
    const id = attributes.get("id");
    if (id) addAnchor(env, id, line);
    const href = name === "a" && attributes.get("href");
    if (href && !attributes.has("download")) page.links.push({href, line});
    if (name === "img" && !attributes.get("alt")?.trim() && !isNamed(tag))
      report(env, line, `<img> ${attributes.get("src") ?? ""} has no alt`);
    if (name === "svg" && !isNamed(tag))
      report(env, line, "<svg> has neither aria-label nor aria-hidden");
    if (name === "figure") figures.push({line, named: isNamed(tag)});
    if (name === "figcaption" && figures.length) figures[figures.length - 1].named = true;
    if (name === "/figure") {
      const figure = figures.pop();
      if (figure && !figure.named)
        report(env, figure.line, "<figure> has neither <figcaption> nor aria-label");
    }
  }
  for (const {line} of figures) report(env, line, "<figure> is not closed");
}

/** What a tag would run, send or open that no page of the site should. */
function unsafe({name, attributes}: HtmlTag): string[] {
  const problems: string[] = [];
  for (const key of ["href", "xlink:href", "action", "formaction"]) {
    const address = attributes.get(key) ?? "";
    const scheme = /^[\s\p{Cc}]*(javascript|vbscript|file|data):/iu.exec(address)?.[1];
    if (scheme) problems.push(`a ${scheme.toLowerCase()}: address in ${key} of <${name}>`);
    else if (/action$/.test(key) && isForeign(address))
      problems.push(`<${name}> sends what is typed off the origin: ${address}`);
  }
  if (attributes.has("ping")) problems.push(`ping tells ${attributes.get("ping")} of a click`);
  if (name === "script" && !attributes.has("src"))
    problems.push("an inline script: code belongs in a cell");
  for (const key of attributes.keys())
    if (/^on[a-z]+$/.test(key)) problems.push(`${key} of <${name}>: code belongs in a cell`);
  return problems;
}

function isNamed({attributes}: HtmlTag): boolean {
  return (
    Boolean(attributes.get("aria-label") || attributes.get("aria-labelledby")) ||
    attributes.get("aria-hidden") === "true" ||
    /^(?:none|presentation)$/.test(attributes.get("role") ?? "")
  );
}
