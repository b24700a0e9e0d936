import {parseHTML} from "linkedom";
import {renderTex} from "../markdown/renderTex.js";

const readable = new Map<string, string>();

/**
 * A formula as text that a reader could have typed: letters and signs, indices behind a low line, fractions with a
 * slash, no backslashes. What is no TeX is left as it is.
 *
 * @example readableFormula("\\lambda_{\\max} \\le \\tfrac12") // "λ_max ≤ 1/2"
 */
export function readableFormula(tex: string): string {
  let text = readable.get(tex);
  if (text === undefined) readable.set(tex, (text = read(tex)));
  return text;
}

function read(tex: string): string {
  try {
    const {document} = parseHTML(renderTex(tex, "heading"));
    const math = document.querySelector("math");
    return tidy(math ? textOf(math as unknown as Node) : tex);
  } catch {
    return tex;
  }
}

/** An element or a text, as both linkedom and browsers have it. */
interface Node {
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

/** Signs that nobody types: function application, invisible times, plus and separator. */
const invisible = /[\u2061-\u2064\u200b]/g;

function textOf(node: Node): string {
  const name = node.localName?.toLowerCase();
  const text = (node.textContent ?? "").replace(invisible, "");
  if (name === "mo") return /^[()[\]{}|⟨⟩,;!]$/.test(text) ? text : ` ${text} `;
  if (name === undefined || name === "mi" || name === "mn" || name === "mtext") return text;
  const parts = [...node.childNodes].map(textOf);
  const compact = (part: string) => part.replace(/\s+/g, "");
  switch (name) {
    case "mfrac":
      return `${grouped(parts[0])}/${grouped(parts[1])}`;
    case "msqrt":
      return `√${grouped(parts.join(""))}`;
    case "msub":
    case "munder":
      return `${parts[0]}_${compact(parts[1])}`;
    case "msup":
    case "mover":
      return `${parts[0]}^${compact(parts[1])}`;
    case "msubsup":
    case "munderover":
      return `${parts[0]}_${compact(parts[1])}^${compact(parts[2])}`;
    case "mspace":
      return " ";
    default:
      return parts.join(name === "mtr" ? " " : "");
  }
}

const grouped = (text: string) => (/\s/.test(text.trim()) ? `(${tidy(text)})` : text.trim());

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
