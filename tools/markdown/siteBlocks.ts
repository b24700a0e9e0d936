import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import {documentsOf} from "../../claims/inventory.js";
import {isOwn} from "../../claims/isOwn.js";
import {addAnchor} from "./anchors.js";
import {apiBlock} from "./apiBlock.js";
import {claimAnchor, claimsTable} from "./claimsTable.js";
import type {Directive} from "./directive.js";
import {conditionsOf, correctionsOf, errataCount, erratumHtml} from "./errata.js";
import {findingsHtml} from "./findings.js";
import {type Environment, pageState, report} from "./page.js";
import {paperHtml, papersHtml} from "./papers.js";
import {verdictCounts, verdictTotal} from "./verdictCounts.js";
import {withdrawnList} from "./withdrawn.js";

type Block = (state: StateBlock, directive: Directive, start: number) => void;

/**
 * Blocks of a line that the build fills: of the site `::: pages folder :::`, `::: path :::` and `::: api :::`, of the
 * ledger `::: verdicts :::`, `::: claims :::`, `::: findings :::`, `::: papers :::`, `::: paper document :::`,
 * `::: errata :::`, `::: errata conditions :::` and `::: withdrawn :::`.
 */
export const siteBlocks: Readonly<Record<string, Block>> = {
  api: apiBlock,
  claims,
  errata,
  findings,
  paper,
  papers,
  pages,
  path: (state, _, start) => {
    state.push("reading_path", "", 0).map = [start, start + 1];
  },
  verdicts,
  withdrawn
};

const documentsIn = (state: StateBlock) =>
  documentsOf(pageState(state.env as Environment).inventory);

const evidenceOf = (env: Environment) => Object.values(pageState(env).evidence);

function verdicts(state: StateBlock, {id}: Directive, start: number): void {
  const rows = evidenceOf(state.env as Environment);
  ledgerBlock(
    state,
    start,
    id === "total" ? verdictTotal(rows) : verdictCounts(rows, documentsIn(state))
  );
}

function pages(state: StateBlock, {id}: Directive, start: number): void {
  if (id === undefined) report(state.env as Environment, start, "::: pages needs a folder");
  const token = state.push("page_list", "", 0);
  token.info = id ?? "";
  token.map = [start, start + 1];
}

function claims(state: StateBlock, _: Directive, start: number): void {
  const rows = evidenceOf(state.env as Environment);
  ledgerBlock(state, start, claimsTable(rows, documentsIn(state)), rows);
}

/** The findings of the front page; nothing before the ledger has run. */
function findings(state: StateBlock, _: Directive, start: number): void {
  const {evidence} = pageState(state.env as Environment);
  if (Object.keys(evidence).length) ledgerBlock(state, start, findingsHtml(evidence));
}

function papers(state: StateBlock, _: Directive, start: number): void {
  const {inventory, evidence} = pageState(state.env as Environment);
  const others = documentsIn(state).filter(({own}) => !own);
  ledgerBlock(state, start, papersHtml(others, inventory, evidence));
}

/** One document in its own order, with an anchor for each thing that it says. */
function paper(state: StateBlock, {id}: Directive, start: number): void {
  const env = state.env as Environment;
  const {inventory, evidence} = pageState(env);
  const document = documentsIn(state).find(each => each.id === id);
  if (!document) {
    report(env, start, `::: paper needs a document; got ${id ?? "none"}`);
    return;
  }
  const keys = [...inventory].flatMap(([key, item]) => (item.document === document ? [{key}] : []));
  ledgerBlock(state, start, paperHtml(document, inventory, evidence), keys);
}

/** Corrections by their weight, or what needs a condition, each group under its title. */
function errata(state: StateBlock, {id: part}: Directive, start: number): void {
  const env = state.env as Environment;
  const {inventory} = pageState(env);
  const evidence = evidenceOf(env).filter(({document}) => !isOwn(document));
  if (part === "count") {
    ledgerBlock(state, start, errataCount(evidence));
    return;
  }
  const groups =
    part === "conditions" ? conditionsOf(evidence, inventory) : correctionsOf(evidence);
  for (const {title, weight, rows} of groups) {
    const name = `${title} {#${weight === "condition" ? rows[0].document : weight}}`;
    inlineBlock(state, start, "heading", "h2", name);
    ledgerBlock(state, start, rows.map(row => erratumHtml(row, weight, inventory)).join(""), rows);
  }
}

/** The verdicts that were withdrawn, as the changelog says them. */
function withdrawn(state: StateBlock, _: Directive, start: number): void {
  const {inventory, changes} = pageState(state.env as Environment);
  try {
    ledgerBlock(state, start, withdrawnList(changes(), inventory));
  } catch (error) {
    report(state.env as Environment, start, error instanceof Error ? error.message : String(error));
  }
}

function inlineBlock(state: StateBlock, start: number, type: string, tag: string, text: string) {
  state.push(`${type}_open`, tag, 1).map = [start, start + 1];
  const inline = state.push("inline", "", 0);
  inline.content = text;
  inline.map = [start, start + 1];
  inline.children = [];
  state.push(`${type}_close`, tag, -1);
}

/** HTML made of the ledger, with an anchor for each claim in it. */
function ledgerBlock(
  state: StateBlock,
  start: number,
  html: string,
  anchored: readonly {readonly key: string}[] = []
): void {
  for (const {key} of anchored) addAnchor(state.env as Environment, claimAnchor(key), start);
  const token = state.push("ledger", "", 0);
  token.meta = html;
  token.map = [start, start + 1];
}
