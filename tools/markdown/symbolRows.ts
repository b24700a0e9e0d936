import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type {Document} from "../../claims/document.js";
import {documentsOf} from "../../claims/inventory.js";
import {addAnchor} from "./anchors.js";
import type {MathMeta} from "./math.js";
import type {Notation} from "./notation.js";
import {type Environment, pageState, report} from "./page.js";
import {declaredSymbols} from "./symbolTree.js";

const EXPLICIT = /\s*\{#([\w-]+)\}\s*$/;

/**
 * Reads the tables whose rows carry an id behind their symbol, `| $\eta$ {#eta} | learning rate | …`:
 * the first column is the site's notation, the second says what it means, and one whose head names a
 * document is that document's. A row without an id and two rows with one symbol are problems.
 */
export function readSymbolRows(state: StateCore): void {
  const env = state.env as Environment;
  const page = pageState(env);
  for (const {open: table, rows: all} of tablesOf(state.tokens)) {
    const [head, ...rows] = all;
    if (!rows.some(({cells}) => EXPLICIT.test(cells[0]?.content ?? ""))) continue;
    table.attrSet("class", "notation");
    const documents = documentsOf(page.inventory);
    const notations = head.cells.map((cell, i) => notationOf(cell, i, documents));
    for (const {open, cells, opens} of rows) {
      for (const [i, cell] of opens.entries()) {
        if (i > 1) cell.attrSet("data-document", head.cells[i].content);
        if (cells[i].content.trim() === "–") cell.attrSet("class", "none");
      }
      const line = open.map?.[0] ?? 0;
      const id = takeId(cells[0]);
      if (id === undefined) {
        report(env, line, `row ${cells[0].content} has no id: write {#name} behind its symbol`);
        continue;
      }
      open.attrSet("id", id);
      addAnchor(env, id, line);
      const names = new Map<Notation, string[]>();
      for (const [i, cell] of cells.entries()) {
        const notation = notations[i];
        if (i === 1 || notation === undefined) continue;
        const same = i > 0 && cell.content.trim() === "the same";
        names.set(notation, same ? (names.get("here") ?? []) : declares(cell));
      }
      const [symbol, meaning] = cells.map(cell => cell.content);
      for (const [notation, list] of names)
        for (const name of list) {
          const twin = page.symbols.find(row => row.names.get(notation)?.includes(name));
          if (twin)
            report(
              env,
              line,
              `$${name}$ is row ${twin.id} already, on line ${page.lineOffset + twin.line + 1}`
            );
        }
      page.symbols.push({id, line, symbol, meaning, names});
    }
  }
}

interface Row {
  readonly open: Token;
  /** What stands in each cell, and the token that opens it. */
  readonly cells: Token[];
  readonly opens: Token[];
}

/** The rows of each table, its head first. */
function tablesOf(tokens: readonly Token[]): {open: Token; rows: Row[]}[] {
  const tables: {open: Token; rows: Row[]}[] = [];
  for (const [i, token] of tokens.entries()) {
    const rows = tables.at(-1)?.rows;
    if (token.type === "table_open") tables.push({open: token, rows: []});
    else if (token.type === "tr_open") rows?.push({open: token, cells: [], opens: []});
    else if (token.type === "inline" && /^t[hd]_open$/.test(tokens[i - 1]?.type)) {
      rows?.at(-1)?.cells.push(token);
      rows?.at(-1)?.opens.push(tokens[i - 1]);
    }
  }
  return tables;
}

function notationOf(
  {content}: Token,
  column: number,
  documents: readonly Document[]
): Notation | undefined {
  if (column === 0) return "here";
  const head = content.trim().toLowerCase();
  return documents.find(({name}) => name.toLowerCase() === head)?.notation;
}

/** Takes `{#id}` off the end of a cell. */
function takeId(cell: Token): string | undefined {
  const id = EXPLICIT.exec(cell.content)?.[1];
  const text = cell.children?.findLast(child => child.type === "text");
  if (id === undefined || !text) return;
  text.content = text.content.replace(EXPLICIT, "");
  cell.content = cell.content.replace(EXPLICIT, "");
  return id;
}

/** What the formulas of a cell declare; none of these is a link. */
function declares(cell: Token): string[] {
  return (cell.children ?? []).flatMap(token => {
    if (token.type !== "math_inline") return [];
    (token.meta as MathMeta).declares = true;
    try {
      return declaredSymbols(token.content);
    } catch {
      // Rendering the formula says what is wrong with it.
      return [];
    }
  });
}
