import {renderTex} from "../markdown/renderTex.js";
import {escapeHtml} from "../markdown/renderText.js";

const raised = new Map(
  [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵗᵏᵖᵐⁿᵅᵇ"].map((c, i) => [c, [..."0123456789+-TtkpmnαB"][i]])
);
const lowered = new Map(
  [..."₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₜₛₙₐₘ₍₎"].map((c, i) => [c, [..."0123456789+-ijktsnam()"][i]])
);
const marks = new Map([
  ["\u0302", "\\hat"],
  ["\u0304", "\\bar"],
  ["\u0303", "\\tilde"],
  ["\u0307", "\\dot"]
]);
const signs: Readonly<Record<string, string>> = {
  "−": "-",
  "·": "\\cdot ",
  "‖": "\\|",
  "½": "\\tfrac{1}{2}",
  "¼": "\\tfrac{1}{4}",
  "≠": "\\ne ",
  "…": "\\dots ",
  "∘": "\\circ ",
  "⋆": "\\star ",
  "★": "\\star ",
  µ: "\\mu ",
  "∇": "\\nabla ",
  "∫": "\\int ",
  "√": "\\surd ",
  "⌊": "\\lfloor ",
  "⌋": "\\rfloor ",
  "⁺": "^{+}",
  "′": "'",
  "%": "\\%",
  "#": "\\#",
  "&": "\\&"
};
const operators = new Set(
  [
    "Tr",
    "Cov",
    "Var",
    "E",
    "exp",
    "log",
    "erf",
    "sin",
    "cos",
    "dim",
    "range",
    "ker",
    "diag",
    "vec"
  ].concat(["arg", "lim", "inf", "sup", "det"])
);

/**
 * A formula of a docstring, which is plain text, as TeX: raised and lowered letters, roots over what stands in
 * their parentheses, accents over what they follow, words upright.
 *
 * @example formulaTex("Σᵢⱼ = λCᵢⱼ/(kᵢ + kⱼ)") // Σ_{ij} = λC_{ij}/(k_{i} + k_{j})
 */
export function formulaTex(text: string): string {
  let tex = "";
  const letters = [...text.replaceAll("≠", "\\ne ").normalize("NFD").replaceAll("\\ne ", "≠")];
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i];
    const mark = marks.get(letters[i + 1]);
    if (mark) {
      tex += `${mark}{${signs[letter] ?? letter}}`;
      i++;
    } else if (raised.has(letter) || lowered.has(letter)) {
      const [script, table] = raised.has(letter) ? ["^", raised] : ["_", lowered];
      let inner = "";
      for (; table.has(letters[i]); i++) inner += table.get(letters[i]);
      i--;
      tex += `${script}{${inner === "T" ? "\\mathsf{T}" : inner}}`;
    } else if (letter === "√") {
      const end = letters[i + 1] === "(" ? closing(letters, i + 1) : i + 1;
      const inner = letters.slice(i + 1, end + 1).join("");
      tex += `\\sqrt{${formulaTex(inner.startsWith("(") ? inner.slice(1, -1) : inner)}}`;
      i = end;
    } else if (/[A-Za-z]/.test(letter)) {
      let word = letter;
      while (/[A-Za-z]/.test(letters[i + 1] ?? "")) word += letters[++i];
      const isCode = /^[A-Z]{2,}$/.test(word) && /\d/.test(letters[i + 1] ?? "");
      while (isCode && /\d/.test(letters[i + 1] ?? "")) word += letters[++i];
      tex += isCode ? `\\text{ ${word} }` : wordTex(word, tex);
    } else if (letter === " ") {
      let count = 1;
      for (; letters[i + 1] === " "; i++) count++;
      tex += count > 2 ? "\\qquad " : " ";
    } else tex += signs[letter] ?? letter;
  }
  return tex.replace(/\s*([_^])\s*/g, "$1").replace(/'\^\{/g, "^{\\prime ");
}

function wordTex(word: string, before: string): string {
  if (word.length === 1) return word === "E" ? "\\operatorname{\\mathbb{E}}" : word;
  if (/[λκσh]$/.test(before.trimEnd()) && ["min", "max"].includes(word)) return `_{\\${word}}`;
  if (["min", "max"].includes(word)) return `\\${word} `;
  if (operators.has(word)) return `\\operatorname{${word}}`;
  return word.length > 2 ? `\\text{ ${word} }` : word;
}

function closing(letters: readonly string[], open: number): number {
  let depth = 0;
  for (let i = open; i < letters.length; i++) {
    if (letters[i] === "(") depth++;
    if (letters[i] === ")" && --depth === 0) return i;
  }
  return letters.length - 1;
}

/** The lines of a formula as HTML, each as maths; where TeX does not take it, as it is written. */
export function formulaHtml(lines: readonly string[]): string {
  try {
    const rendered = lines.map(line => renderTex(formulaTex(line.trim()), "display"));
    return rendered
      .map(html => `<div class="equation"><div class="equation-body">${html}</div></div>\n`)
      .join("");
  } catch {
    return `<pre tabindex="0"><code>${escapeHtml(lines.join("\n"))}</code></pre>\n`;
  }
}
