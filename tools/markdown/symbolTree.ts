import katex from "katex";
import {macros} from "./macros.js";

/** A node of KaTeX's parse tree, as far as symbols are concerned. */
export interface TexNode {
  readonly type: string;
  readonly mode?: string;
  readonly text?: string;
  readonly name?: string;
  readonly font?: string;
  readonly label?: string;
  readonly base?: TexNode | null;
  readonly sub?: TexNode | null;
  readonly sup?: TexNode | null;
  readonly body?: TexNode | readonly TexNode[];
}

type Parts = TexNode | readonly TexNode[] | null | undefined;

/** KaTeX with what its types leave out. */
export const internals = katex as typeof katex & {
  __parse(tex: string, options: object): TexNode[];
  __defineFunction(definition: object): void;
};

const capitals =
  /^\\(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|var(?:Gamma|Delta|Sigma|Phi|Psi|Omega))$/;
const index = /^(?:[ijklmnst0-9]|T|N|\+|-|,|:|\/|\(|\)|\\dots|\\ldots|\\ell|\\star|\*|\\ast)$/;

/** The parse tree of `tex`. */
export function parseTex(tex: string): TexNode[] {
  return internals.__parse(tex, {strict: "error", macros: {...macros}});
}

/** True for a letter with or without a font, an accent, an index, an exponent, and for a named operator. */
export function isSymbol(node: TexNode | undefined | null): node is TexNode {
  if (!node) return false;
  return isCore(node) || (node.type === "supsub" && !!node.base && isCore(node.base));
}

function isCore(node: TexNode): boolean {
  switch (node.type) {
    case "mathord":
      return true;
    case "textord":
      return capitals.test(node.text ?? "");
    case "font":
      return !/^math(?:rm|sf|tt)$/.test(node.font ?? "") && list(node.body).length === 1;
    case "accent":
      return !!node.base && isCore(node.base);
    case "ordgroup":
      return list(node.body).length === 1 && isCore(list(node.body)[0]);
    case "operatorname":
      return true;
    default:
      return false;
  }
}

/**
 * The names under which a symbol can be known, the most particular first: with its subscript and its
 * exponent, with either, and, if the subscript only counts, under any index and alone. Empty for a differential,
 * which no braces hold.
 *
 * @param next what follows: $\Delta L$ is a symbol of its own, and the $d$ of $dt$ none
 * @example names of \mu_F^2  // ["\\mu_{F}^{2}", "\\mu_{F}", "\\mu^{2}"]
 */
export function symbolNames(node: TexNode, next?: TexNode): string[] {
  const {base, sub, sup} =
    node.type === "supsub" ? node : {base: node, sub: undefined, sup: undefined};
  // The rate of change of a symbol needs no row of its own.
  if (base?.type === "accent" && base.label === "\\dot" && base.base)
    return symbolNames({...node, type: "supsub", base: base.base, sub, sup});
  const name = texOf(base);
  if (name.startsWith("\\@")) return [];
  if (name === "d" && base?.type !== "ordgroup" && !sub && !sup && next && isVariable(next))
    return [];
  if (name === "\\Delta" && isSymbol(next)) return [`\\Delta ${symbolNames(next)[0]}`, name];
  const below = sub ? `_{${texOf(sub)}}` : "";
  const above = sup ? `^{${texOf(sup)}}` : "";
  const names = [name + below + above, name + below];
  if (sub && counts(sub)) names.push(anyIndex(name));
  if (counts(sub)) names.push(name + above, name);
  return [...new Set(names)];
}

/** The name of a symbol under whatever index. */
export function anyIndex(name: string): string {
  return `${name}_{*}`;
}

/** True for what a differential is taken of: $t$, $\\theta_s$, $\\log Z$. */
function isVariable(node: TexNode): boolean {
  return node.type === "op" || (isSymbol(node) && !/^[jk]$/.test(texOf(node)));
}

/** True for $d/dt$, whose letters are no dimension. */
export function isDifferential(part: object): boolean {
  const {numer, denom} = part as {numer?: TexNode; denom?: TexNode};
  return texOf(numer) === "d" && /^d./.test(texOf(denom));
}

/** True for a subscript that only counts: $i$, $t-1$, $12$, or none at all. */
function counts(sub: TexNode | null | undefined): boolean {
  return tokensOf(sub).every(token => index.test(token));
}

/**
 * The symbols that a cell or a list of names declares: each part between its commas is one symbol,
 * which a relation may follow.
 *
 * @throws katex.ParseError if `tex` is not well formed
 * @example declaredSymbols("\\tau = \\eta/b, b")  // ["\\tau", "b"]
 */
export function declaredSymbols(tex: string): string[] {
  const parts: TexNode[][] = [[]];
  for (const node of parseTex(tex))
    if (node.type === "atom" && node.text === ",") parts.push([]);
    else if (node.type !== "spacing") parts[parts.length - 1].push(node);
  return parts.flatMap(([first, second, third]) => {
    if (!isSymbol(first)) return [];
    const joined = texOf(first) === "\\Delta" && isSymbol(second);
    const after = joined ? third : second;
    if (after && (after.type !== "atom" || !/^(?:=|\\in|\\propto)$/.test(after.text ?? "")))
      return [];
    return [joined ? `\\Delta ${symbolNames(second)[0]}` : symbolNames(first)[0]];
  });
}

/** The TeX of a part of a formula, spelled in one way. */
export function texOf(part: Parts): string {
  return tokensOf(part).reduce(
    (tex, token) => tex + (/\\[A-Za-z]+$/.test(tex) && /^[A-Za-z]/.test(token) ? " " : "") + token,
    ""
  );
}

function tokensOf(part: Parts): string[] {
  if (!part) return [];
  if (Array.isArray(part)) return part.flatMap(tokensOf);
  const node = part as TexNode;
  switch (node.type) {
    case "mathord":
    case "textord":
    case "atom":
      return [node.text ?? ""];
    case "op":
      return node.name ? [node.name] : tokensOf(node.body);
    case "font":
      return [`\\${node.font}{${texOf(node.body)}}`];
    case "text":
      return [`\\mathrm{${texOf(node.body)}}`];
    case "operatorname":
      return [`\\operatorname{${texOf(node.body)}}`];
    case "accent":
      return [`${node.label?.replace(/^\\wide/, "\\")}{${texOf(node.base)}}`];
    case "supsub": {
      const sub = node.sub ? `_{${texOf(node.sub)}}` : "";
      return [texOf(node.base) + sub + (node.sup ? `^{${texOf(node.sup)}}` : "")];
    }
    case "spacing":
    case "kern":
      return [];
    default:
      return node.body ? tokensOf(node.body) : [`\\${node.type}`];
  }
}

const list = (body: TexNode["body"]): readonly TexNode[] =>
  body === undefined ? [] : Array.isArray(body) ? body : [body as TexNode];
