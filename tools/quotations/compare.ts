import {normalise} from "./normalise.js";

/** A text that may be quoted. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly normal: string;
  /** Where in `normal` a line of the text begins. */
  readonly lines: ReadonlySet<number>;
}

export function sourceOf(name: string, text: string): Source {
  const lines = new Set<number>();
  let normal = "";
  for (const line of text.split("\n")) {
    lines.add(normal.length);
    normal += normalise(line);
  }
  return {name, text, normal, lines};
}

/** The most characters, once normalised, that an extraction makes of a formula within a sentence. */
const longestFormula = 60;
/** The most that stands between the lines of a sentence that runs over figures to the next page. */
const longestBreak = 8000;
/** The fewest characters of a part of a quotation on either side of such a break. */
const fewest = 8;

/**
 * Whether a text has the words of a quotation: its parts between ellipses one after another, each as it
 * stands, or broken once at the end of a line, where a page ends; or, where a formula came out of
 * extraction otherwise than it was set, with something short in the place of each formula.
 */
export function quotes(quotation: string, sources: readonly Source[]): boolean {
  const parts = partsOf(quotation);
  return sources.some(
    source =>
      follows(source.normal, parts, Number.POSITIVE_INFINITY) ||
      (parts.length === 1 && broken(source, parts[0])) ||
      aroundFormulas(quotation, source.normal)
  );
}

const ellipsis = /\[?(?:…|\.\.\.)\]?/;

const partsOf = (text: string): string[] =>
  text
    .split(ellipsis)
    .map(part => normalise(part))
    .filter(Boolean);

/** Whether parts follow one another from a place on, each at most `reach` characters after the last. */
function follows(text: string, parts: readonly string[], reach: number, from = 0): boolean {
  const [first, ...others] = parts;
  if (first === undefined) return true;
  const last = from === 0 ? text.length : from + reach;
  let at = text.indexOf(first, from);
  while (at >= 0 && at <= last) {
    if (follows(text, others, reach, at + first.length)) return true;
    // Without a limit the first place leaves most room for the rest.
    at = Number.isFinite(reach) ? text.indexOf(first, at + 1) : -1;
  }
  return false;
}

/** Whether a part stands at the end of a line, and the rest of it at the beginning of a later one. */
function broken({normal, lines}: Source, part: string): boolean {
  const head = part.slice(0, fewest);
  for (let at = normal.indexOf(head); at >= 0; at = normal.indexOf(head, at + 1))
    for (let end = fewest; end <= part.length - fewest; end++) {
      if (normal[at + end - 1] !== part[end - 1]) break;
      if (!lines.has(at + end)) continue;
      const rest = part.slice(end);
      const later = normal.indexOf(rest, at + end);
      if (lines.has(later) && later - at <= longestBreak) return true;
    }
  return false;
}

/** The words around formulas, of which there must be some. */
function aroundFormulas(quotation: string, text: string): boolean {
  const pieces = quotation.split(/\$\$[\s\S]*?\$\$|\$[^$]*\$/);
  if (pieces.length === 1) return false;
  const words = pieces.flatMap(partsOf);
  return words.length > 0 && follows(text, words, longestFormula);
}

/** The passage of the texts that shares most words with a quotation, long ones above all. */
export function nearest(quotation: string, sources: readonly Source[]): string {
  const own = wordsOf(quotation);
  const wanted = new Set(own.map(wordOf).filter(Boolean));
  let best = {score: 0, passage: ""};
  for (const {name, text} of sources) {
    const all = wordsOf(text.replace(/-\n/g, ""));
    const hits = all.map(wordOf).map(word => (wanted.has(word) ? word.length : 0));
    let score = hits.slice(0, own.length).reduce((a, b) => a + b, 0);
    for (let start = 0; start + own.length <= all.length; start++) {
      const words = all.slice(start, start + own.length + 4);
      if (score > best.score) best = {score, passage: `${name}: ${words.join(" ")}`};
      score += (hits[start + own.length] ?? 0) - hits[start];
    }
  }
  return best.passage;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** A word of letters, as it is compared; empty for what is alike in every formula. */
function wordOf(text: string): string {
  const normal = normalise(text);
  return /\p{L}{3}/u.test(normal) ? normal : "";
}
