import {escapeHtml} from "markdown-it/lib/common/utils.mjs";
import {documentsOf} from "../../claims/inventory.js";
import type {MathMeta} from "./math.js";
import type {Notation} from "./notation.js";
import {type Environment, type PageState, pageState, report} from "./page.js";
import {relativeHref} from "./relativeHref.js";
import {renderMarkedTex} from "./renderTex.js";
import type {Site} from "./site.js";
import {inSiteLetters} from "./siteLetters.js";
import {type ListedSymbol, localSymbolId, symbolList} from "./symbolList.js";
import {type Found, isCustomary, type Meaning, symbolScope} from "./symbolScope.js";
import {anyIndex} from "./symbolTree.js";

/** Where a formula stands, as far as its symbols are concerned. */
export interface SymbolPlace {
  readonly line: number;
  /** The document whose statement holds it. */
  readonly document?: Notation;
  /** False inside a link or a button, which cannot hold another. */
  readonly links: boolean;
}

/** Makes the symbols of a page's formulas lead to what they mean. */
export interface SymbolLinks {
  /** HTML of a formula, in the site's letters; what it is in its document's goes to `letters` of the page. */
  render(tex: string, place: "inline" | "display", where: SymbolPlace, meta: MathMeta): string;
  /** The page's own list of symbols; reports those that it declares and does not use. */
  finish(): string;
}

/** The links of the page of `env`, or undefined where the site has no notation. */
export function symbolLinks(env: Environment, site: Site): SymbolLinks | undefined {
  const page = pageState(env);
  const notation = notationPage(page, site);
  if (!notation) return;
  const scope = symbolScope(notation.symbols, page.locals, onlyNotation(page), ({line}, message) =>
    page.sink({file: page.file, line, message})
  );
  const listed = new Map<object, ListedSymbol>();
  const unknown = new Set<string>();
  const list = ({meaning, name, notation: whose, own}: Found) => {
    const key = meaning.row ?? meaning.local;
    const entry = listed.get(key) ?? {meaning, theirs: new Map<string, Set<Notation>>()};
    listed.set(key, entry);
    const known = (whose === "here" && !own) || name === anyIndex(name.slice(0, -4));
    if (!meaning.row || known || meaning.row.names.get("here")?.includes(name)) return;
    const documents = entry.theirs.get(name) ?? new Set();
    entry.theirs.set(name, documents);
    if (whose !== "here") documents.add(whose);
  };
  const hrefOf = ({row, local}: Meaning) =>
    row ? relativeHref(page.path, notation.path, row.id) : `#${localSymbolId(local)}`;

  const hrefsOf = (
    tex: string,
    place: "inline" | "display",
    {line, document, links}: SymbolPlace
  ) =>
    renderMarkedTex(tex, place).symbols.map(names => {
      const found = scope.find(names, document);
      if (found) {
        list(found);
        return links ? hrefOf(found.meaning) : undefined;
      }
      const name = names.at(-1) as string;
      if (page !== notation && !isCustomary(names) && !unknown.has(name)) {
        unknown.add(name);
        report(
          env,
          line,
          `$${name}$ has neither a row on ${notation.path} nor a line under symbols: in the front matter`
        );
      }
      return undefined;
    });
  return {
    render(tex, place, where, {declares}) {
      if (declares || page === notation) {
        const {html, symbols} = renderMarkedTex(tex, place);
        return withLinks(
          html,
          declares ? symbols.map(() => undefined) : hrefsOf(tex, place, where)
        );
      }
      const {tex: ours, clash} = inSiteLetters(tex, names => scope.find(names, where.document));
      if (clash)
        report(env, where.line, `$${tex}$ in the site's letters has two meanings of ${clash}`);
      // What its letters mean is looked up where they are the document's.
      const links = hrefsOf(tex, place, where);
      const theirs = withLinks(renderMarkedTex(tex, place).html, links);
      if (ours === tex || clash) return theirs;
      const {html, symbols} = renderMarkedTex(ours, place);
      if (symbols.length !== links.length)
        report(env, where.line, `$${tex}$ cannot be written in the site's letters`);
      page.letters.push(theirs);
      return `<span data-letters="${page.letters.length - 1}">${withLinks(html, links)}</span>`;
    },
    finish() {
      for (const local of page.locals) {
        const used = [...listed.values()].some(({meaning}) => meaning.local === local);
        if (!used && !local.meaning.startsWith("notation#"))
          page.sink({
            file: page.file,
            line: local.line,
            message: `no formula of the page shows ${local.tex}`
          });
      }
      return page === notation
        ? ""
        : symbolList([...listed.values()], page.path, notation.path, documentsOf(page.inventory));
    }
  };
}

/** A formula whose marked symbols are links. */
function withLinks(html: string, hrefs: readonly (string | undefined)[]): string {
  return html.replace(
    /<span data-symbol="(\d+)" ([^>]*>[^<]*)<\/span>/g,
    (_, mark: string, rest: string) => {
      const href = hrefs[Number(mark)];
      return href
        ? `<a href="${escapeHtml(href)}" tabindex="-1" ${rest}</a>`
        : `<span ${rest}</span>`;
    }
  );
}

function notationPage(page: PageState, site: Site): PageState | undefined {
  if (page.symbols.length) return page;
  return [...site.index().values()].find(
    other => other.symbols.length > 0 && other.path !== page.path
  );
}

/** The notation of all statements of a page, if it is one. */
function onlyNotation(page: PageState): Notation | undefined {
  const notations = [...page.targets.values()].flatMap(({id, shared}) =>
    shared ? (page.inventory.get(id)?.document.notation ?? []) : []
  );
  return new Set(notations).size === 1 ? notations[0] : undefined;
}
