import {claimAnchor} from "../markdown/claimsTable.js";
import {escapeHtml, renderText} from "../markdown/renderText.js";
import {costHtml} from "./cost.js";
import type {Block} from "./docstring.js";
import {formulaHtml} from "./formula.js";
import {
  docstringOf,
  type Field,
  fieldsOf,
  type PublicName,
  publicFunctions,
  publicNames,
  signatureOf,
  typesIn
} from "./publicNames.js";
import {claimsUsing, pagesUsing} from "./uses.js";

/** Folders of `lib/` as the list of functions heads them, in its order. */
const themes: Readonly<Record<string, string>> = {
  workbench: "Your own gradients",
  noise: "Noise",
  stationary: "Stationary laws",
  budgets: "Budgets",
  escape: "Escape",
  bayes: "The posterior",
  statistics: "Statistics",
  linalg: "Linear algebra",
  check: "Arguments"
};

const code = (text: string) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`;

/** An example with what `editableExamples` makes use of: without scripts it is code. */
const exampleHtml = (text: string) =>
  `<div class="example">\n${code(text)}<div class="actions"><button type="button" disabled>▶ run it here</button><span role="status"></span></div>\n<output class="result" hidden></output>\n</div>\n`;

/**
 * Prose of a docstring: code between backticks, indices and powers in their places, links to other functions,
 * whose pages stand in `folder` as seen from where it is read.
 */
function prose(text: string, folder = "."): string {
  return text
    .replace(/\{@link (\w+)\}/g, "`$1`")
    .split("`")
    .map((piece, i) =>
      i % 2 ? codeOrLink(piece, folder) : renderText(piece.replaceAll("$", "＄"))
    )
    .join("");
}

function codeOrLink(text: string, folder: string): string {
  const known = publicFunctions().some(({name}) => name === text);
  const html = `<code>${escapeHtml(text)}</code>`;
  return known ? `<a href="${folder}/${text}">${html}</a>` : html;
}

const block = (part: Block): string =>
  "formula" in part ? formulaHtml(part.formula) : `<p>${prose(part.prose)}</p>\n`;

/** The page of a public function; undefined where there is none of that name. */
export function functionHtml(name: string): string | undefined {
  const found = publicFunctions().find(other => other.name === name);
  if (!found) return undefined;
  const {blocks, parameters, errors, examples} = docstringOf(found);
  const signature = signatureOf(name);
  const section = (title: string, html: string) =>
    html ? `<h2 id="${title.toLowerCase()}">${title}</h2>\n${html}` : "";
  const list = (items: readonly string[]) =>
    items.length ? `<ul>\n${items.map(item => `<li>${item}</li>\n`).join("")}</ul>\n` : "";
  return [
    blocks.map(block).join(""),
    section("Signature", code(signature) + list(parameters.map(text => prose(text)))),
    section("Arguments", argumentsHtml(signature)),
    section("Errors", list(errors.map(text => prose(text)))),
    section("Example", examples.map(exampleHtml).join("")),
    section("Cost", costHtml(name)),
    section("Claims", list(claimLinks(found))),
    section(
      "Pages",
      list(
        pagesUsing(found.file).map(
          ({path, title}) => `<a href="..${escapeHtml(path)}">${escapeHtml(title)}</a>`
        )
      )
    ),
    section("Source", `<p><code>${escapeHtml(found.file)}</code></p>\n`)
  ].join("");
}

function claimLinks({name, file}: PublicName): string[] {
  return claimsUsing(name, file).map(
    ({id, verdict}) =>
      `<a href="../ledger#${escapeHtml(claimAnchor(id))}">${escapeHtml(id)}</a>: ${escapeHtml(verdict)}`
  );
}

/** Options and results, a table for each of the types that a signature names. */
function argumentsHtml(signature: string): string {
  const names = publicNames();
  return typesIn(signature, names)
    .map(type => ({type, fields: fieldsOf(type, names)}))
    .filter(({fields}) => fields.length > 0)
    .map(({type, fields}) => tableHtml(type, fields))
    .join("");
}

const tableHtml = (type: string, fields: readonly Field[]): string =>
  `<div class="scroll" role="region" aria-label="${type}" tabindex="0">\n<table>\n` +
  `<thead><tr><th scope="col"><code>${type}</code></th><th scope="col">type</th><th scope="col">meaning</th></tr></thead>\n<tbody>\n` +
  fields
    .map(
      ({name, type: declared, optional, text}) =>
        `<tr><th scope="row"><code>${name}${optional ? "?" : ""}</code></th>` +
        `<td><code>${escapeHtml(declared)}</code></td><td>${prose(text)}</td></tr>\n`
    )
    .join("") +
  "</tbody>\n</table>\n</div>\n";

/** Every public function, by theme, each with the first sentence of its docstring. */
export function functionListHtml(): string {
  const functions = publicFunctions();
  return Object.entries(themes)
    .map(([folder, title]) => {
      const own = functions.filter(({file}) => file.split("/")[1].replace(/\.ts$/, "") === folder);
      return `<h3 id="${folder}">${title}</h3>\n<ul class="page-list">\n${own.map(itemHtml).join("")}</ul>\n`;
    })
    .join("");
}

function itemHtml(found: PublicName): string {
  const first = docstringOf(found).blocks.find(part => "prose" in part);
  const text = first && "prose" in first ? first.prose : "";
  const [sentence] = /^.*?(?<![A-Z])[.:;](?=\s|$)|^.*$/.exec(text) ?? [""];
  return `<li><a href="./api/${found.name}"><code>${found.name}</code></a> ${prose(sentence.replace(/[:;,]$/, ""), "./api")}</li>\n`;
}
