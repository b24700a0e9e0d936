import type {Found} from "./symbolScope.js";
import {
  anyIndex,
  isDifferential,
  isSymbol,
  parseTex,
  symbolNames,
  type TexNode,
  texOf
} from "./symbolTree.js";

/** A formula of a document in the site's letters. */
export interface InSiteLetters {
  readonly tex: string;
  /** A letter that would stand for two things in it. */
  readonly clash?: string;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly tex: string;
}

/**
 * Writes a formula of a document's statement in the letters of the site: where the notation has a row for a letter,
 * $\lambda$ of one paper becomes $\eta$. Accents, indices and exponents stay and are written in the site's letters
 * themselves; a letter that a page declares for itself stays, unless it is one of those with an index or an accent.
 *
 * @param find the meaning of a symbol by its names in the document
 * @throws katex.ParseError if `tex` is not well formed
 * @example of w_{t+1} = w_t - \lambda g_t  // \theta_{t+1} = \theta_t - \eta g_t
 */
export function inSiteLetters(
  tex: string,
  find: (names: readonly string[]) => Found | undefined
): InSiteLetters {
  const changes: Change[] = [];
  const meanings = new Map<string, Set<string>>();

  const walk = (part: unknown, next?: TexNode): void => {
    if (Array.isArray(part)) {
      for (const [i, node] of part.entries()) walk(node, part[i + 1]);
      return;
    }
    if (typeof part !== "object" || part === null) return;
    const node = part as TexNode;
    if (isSymbol(node)) {
      symbol(node, next);
      return;
    }
    const {type} = part as {type: string};
    if (type === "text" || type === "font" || isDifferential(part)) return;
    for (const [key, value] of Object.entries(part)) if (key !== "loc") walk(value);
  };

  const symbol = (node: TexNode, next?: TexNode): void => {
    const {base, sub, sup} =
      node.type === "supsub" ? node : {base: node, sub: undefined, sup: undefined};
    const names = symbolNames(node, next);
    const found = names.length ? find(names) : undefined;
    const to = found && counterpart(found);
    if (to?.index !== undefined && sub)
      replaceArgument(base, "_", sub, to.index && `_{${to.index}}`);
    else if (
      !found?.meaning.row?.names.get("here")?.includes(found.name) ||
      !found.name.includes("_{")
    )
      walk(sub);
    // The $d$ of $dt$ is a differential, that of ${d}t$ a factor.
    const letter = to?.letter === "d" ? "{d}" : to?.letter;
    if (to && letter) replace(base, sub || !to.index ? letter : `${letter}_{${to.index}}`);
    const ownLetter = to || found?.meaning.row ? undefined : inner(base);
    if (!to?.exponent) walk(sup);
    else replaceArgument(base, "^", sup, "");
    // Under an accent a letter is another sign.
    if (names.length && base?.type !== "accent")
      meet(ownLetter ?? (to && placeOf(base, tex) ? to.letter : texOf(base)), texOf(base));
  };

  const meet = (letter: string, old: string) => {
    const all = meanings.get(letter) ?? new Set();
    meanings.set(letter, all.add(old));
  };

  /** Changes the letter of a symbol that has, with its accent or index, a meaning of its own or none. */
  const inner = (base: TexNode | null | undefined): string | undefined => {
    let letter: TexNode | null | undefined = base;
    while (letter?.type === "accent") letter = letter.base;
    const found = letter ? find([texOf(letter)]) : undefined;
    const to = found && counterpart(found);
    if (to) replace(letter, to.letter);
    return to?.letter;
  };

  const replace = (node: TexNode | null | undefined, to: string): void => {
    const at = placeOf(node, tex);
    if (at && tex.slice(...at).trim() !== to) changes.push({from: at[0], to: at[1], tex: to});
  };

  const replaceArgument = (
    base: TexNode | null | undefined,
    sign: "_" | "^",
    argument: TexNode | null | undefined,
    to: string
  ): void => {
    const at = placeOf(base, tex);
    const range = at && argument && argumentAt(tex, at[1], sign);
    if (range) changes.push({from: range[0], to: range[1], tex: to});
  };

  walk(parseTex(tex));
  return {
    tex: apply(tex, changes),
    clash: [...meanings].find(([, olds]) => olds.size > 1)?.[0]
  };
}

/** The letter that the site has for what was found, and its index where that is part of the name. */
function counterpart({
  meaning: {row},
  name,
  notation
}: Found):
  | {readonly letter: string; readonly index?: string; readonly exponent?: boolean}
  | undefined {
  const here = row?.names.get("here") ?? [];
  const theirs = row?.names.get(notation) ?? [];
  const [old, oldIndex, oldExponent] = parts(name);
  const place = theirs.findIndex(each => each === name || anyIndexOf(each) === name);
  const fits = place >= 0 && here.length === theirs.length;
  const [letter, index] = parts((fits ? here[place] : here[0]) ?? "");
  // What differs in an index or a star alone is the same letter, at another place.
  if (
    here.some(each => parts(each)[0] === old) ||
    !/^(?:\\?[A-Za-z]+|\\math\w+\{\w\})$/.test(letter)
  )
    return undefined;
  if (oldExponent !== undefined) return {letter, index, exponent: true};
  return oldIndex === undefined || /^[ijkt*]$/.test(oldIndex)
    ? {letter}
    : {letter, index: index ?? ""};
}

/** Letter, index and exponent of a name. */
function parts(name: string): [letter: string, index?: string, exponent?: string] {
  const [, letter = name, index, exponent] =
    /^(.*?)(?:_\{(.*?)\})?(?:\^\{(.*)\})?$/.exec(name) ?? [];
  return [letter, index, exponent];
}

const anyIndexOf = (name: string) => {
  const [, base] = /^(.*)_\{[ijkt]\}$/.exec(name) ?? [];
  return base === undefined ? undefined : anyIndex(base);
};

/** Where a letter stands in `tex`; undefined for one that a macro wrote. */
function placeOf(node: TexNode | null | undefined, tex: string): [number, number] | undefined {
  let letter = node;
  while (letter?.type === "ordgroup" && Array.isArray(letter.body)) letter = letter.body[0];
  const {loc} = (letter ?? {}) as {loc?: {lexer: {input: string}; start: number; end: number}};
  return loc?.lexer.input === tex ? [loc.start, loc.end] : undefined;
}

/** Where the index or the exponent stands that follows `at`, behind the other where both do. */
function argumentAt(tex: string, at: number, sign: "_" | "^"): [number, number] | undefined {
  const [before, first, token] =
    /^(\s*([_^])\s*)(\\[A-Za-z]+|\{|.)/s.exec(tex.slice(at))?.slice(1) ?? [];
  if (before === undefined) return undefined;
  let end = at + before.length + token.length;
  for (let depth = token === "{" ? 1 : 0; depth > 0 && end < tex.length; ++end) {
    if (tex[end] === "\\") ++end;
    else if (tex[end] === "{") ++depth;
    else if (tex[end] === "}") --depth;
  }
  return first === sign ? [at, end] : argumentAt(tex, end, sign);
}

function apply(tex: string, changes: readonly Change[]): string {
  let done = "";
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.from - b.from)) {
    done = joined(done, tex.slice(at, change.from));
    done = joined(done, isArgument.test(done) ? braced(change.tex) : change.tex);
    at = change.to;
  }
  return joined(done, tex.slice(at));
}

/** TeX behind which one token is an argument that stands without braces: \frac1B, \sqrt B, x_B. */
const isArgument =
  /(?:\\[dt]?frac\s*(?:\d|\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|(?<=\s)[A-Za-z])?|\\sqrt(?:\[[^\]]*\])?|[_^])\s*$/;

/** A letter that is a command with an argument of its own, in braces. */
const braced = (letter: string) => (letter.includes("{") ? `{${letter}}` : letter);

/** Two pieces of TeX, a space between a command and a letter. */
const joined = (a: string, b: string) =>
  a + (/\\[A-Za-z]+$/.test(a) && /^[A-Za-z]/.test(b) ? " " : "") + b;
