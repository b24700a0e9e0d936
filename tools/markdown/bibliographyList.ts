import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {addAnchor} from "./anchors.js";
import type {Environment} from "./page.js";
import {referenceId} from "./resolveReferences.js";
import type {Site} from "./site.js";

/** Renders `::: bibliography :::` as the list of every entry, each with its anchor. */
export function useBibliographyList(md: MarkdownIt, site: Site): void {
  md.renderer.rules["bibliography"] = () => {
    const items = [...site.bibliography().values()].map(
      ({key, html}) => `<li id="${referenceId(key)}">${html}</li>\n`
    );
    return `<ul class="bibliography">\n${items.join("")}</ul>\n`;
  };
}

/** A core rule that notes the anchors of the list. */
export function bibliographyAnchors(site: Site): (state: StateCore) => void {
  return state => {
    for (const token of state.tokens)
      if (token.type === "bibliography")
        for (const key of site.bibliography().keys())
          addAnchor(state.env as Environment, referenceId(key), token.map?.[0] ?? 0);
  };
}
