import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import {functionHtml, functionListHtml} from "../api/html.js";
import {publicFunctions} from "../api/publicNames.js";
import type {Directive} from "./directive.js";
import {report} from "./page.js";

/** Renders `::: api :::` as the list of public functions, `::: api name :::` as what is said of one of them. */
export function useApiBlocks(md: MarkdownIt): void {
  md.renderer.rules["api"] = (tokens, i) =>
    tokens[i].info === "" ? functionListHtml() : (functionHtml(tokens[i].info) ?? "");
}

export function apiBlock(state: StateBlock, {id = ""}: Directive, start: number): void {
  if (id !== "" && !publicFunctions().some(({name}) => name === id))
    report(state.env, start, `lib/index.ts exports no function ${id}`);
  const token = state.push("api", "", 0);
  token.info = id;
  token.block = true;
  token.map = [start, start + 1];
}
