import {escapeHtml} from "markdown-it/lib/common/utils.mjs";
import {internals, isDifferential, isSymbol, symbolNames, type TexNode} from "./symbolTree.js";

/** A formula in which every symbol can become a link. */
export interface MarkedFormula {
  /** HTML in which the letter of a symbol begins with its number: `<span data-symbol="3" …`. */
  readonly html: string;
  /** The names of each symbol, as `symbolNames` gives them, in order of appearance. */
  readonly symbols: readonly (readonly string[])[];
}

/** The control sequence whose argument is marked. */
const marking = "\\noisefloor@symbols";

let symbols: string[][] = [];

/*
 * KaTeX shows a coloured symbol where it shows a plain one, spacing, kerning and all, and hands the colour
 * down to the very letter. So the number of a symbol travels as its colour, in the HTML alone.
 */
internals.__defineFunction({
  type: "htmlmathml",
  names: [marking],
  numArgs: 1,
  handler: ({parser}: {parser: {mode: string}}, [argument]: TexNode[]) => {
    const body = argument.type === "ordgroup" ? argument.body : [argument];
    return {type: "htmlmathml", mode: parser.mode, html: mark(body), mathml: body};
  }
});

/** Renders `tex` with every symbol marked; `render` is KaTeX with the options of the place. */
export function markSymbols(tex: string, render: (tex: string) => string): MarkedFormula {
  symbols = [];
  const html = render(`${marking}{${tex}}`);
  const seen = new Set<string>();
  const marked = html
    .replace(
      /<span class="([^"]*)" style="([^"]*?)color:@(\d+);([^"]*)">(?=([^<]?))/g,
      (_, classes: string, before: string, number: string, after: string, text: string) => {
        // The first letter carries the mark; a zero-width space is KaTeX's own.
        const first = text !== "" && text !== "\u200b" && !seen.has(number);
        if (first) seen.add(number);
        const style = before + after ? ` style="${before}${after}"` : "";
        return `<span ${first ? `data-symbol="${number}" ` : ""}class="${classes}"${style}>`;
      }
    )
    .replace(/ style="color:@\d+;"|color:@\d+;/g, "")
    .replace(
      /(<annotation [^>]*>)[\s\S]*?(<\/annotation>)/,
      (_, open: string, close: string) => open + escapeHtml(tex).replaceAll("'", "&#x27;") + close
    );
  return {html: marked, symbols};
}

function mark(part: unknown, next?: TexNode): unknown {
  if (Array.isArray(part)) return part.map((node, i) => mark(node, part[i + 1]));
  if (typeof part !== "object" || part === null) return part;
  const node = part as TexNode;
  if (isSymbol(node)) {
    const names = symbolNames(node, next);
    if (names.length === 0) return node;
    const color = `@${symbols.push(names) - 1}`;
    // A subscript is part of the name.
    const body = node.type === "supsub" ? {...node, sup: mark(node.sup)} : node;
    return {type: "color", mode: node.mode ?? "math", color, body: [body]};
  }
  const {type} = part as {type: string};
  if (type === "text" || type === "font" || isDifferential(part)) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === "loc" ? value : mark(value)])
  );
}
