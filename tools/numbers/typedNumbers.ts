import {type HarmlessKind, harmlessDigits, harmlessWords} from "./harmlessNumbers.js";

/** A number that stands typed in a text. */
export interface TypedNumber {
  readonly number: string;
  readonly offset: number;
}

const counts =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|eighty|hundred|thousand|a hundred|a thousand";
const parts =
  "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth|thousandth|millionth";

/** Words that say how much, how many times or what part. */
const quantities = new RegExp(
  [
    String.raw`\b(?:${counts})\s+times\b`,
    String.raw`\b(?:${counts}|two|ten)-?fold\b`,
    String.raw`\bfactors?\s+of\s+(?:about\s+|some\s+)?(?:${counts})\b`,
    String.raw`\b(?:${counts})\s+(?:of\s+(?:them|the|these|those|its|all)\b|out\s+of\b|in\s+(?:${counts})\b)`,
    String.raw`\b(?:one|an?)\s+(?:case\s+)?in\s+(?:${counts})\b`,
    String.raw`\b(?:an?|one|two|three|four|five|seven|nine)\s+(?:${parts})s?\b(?!\s+(?:term|matrix|parameter|level|document|way|time|case|condition|line|row|column|party|reason|moment|derivative|cumulant))`,
    String.raw`\b(?:${parts})s\b`,
    String.raw`\btwice\b|\bthrice\b|\bone\s+half\b`,
    String.raw`\bhalf\s+(?:of|the|as|an?|what|its|their|that|those|\ufffc)(?=\s|$)`,
    String.raw`\b(?:thir|four|fif|six|seven|eigh|nine)teen\b`,
    String.raw`\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?|billions?)\b`,
    String.raw`\bper\s?cent\b`
  ].join("|"),
  "gi"
);

const digits = /\d(?:[\d.,\u2009\u00a0]|(?<=\d) (?=\d{3}\b))*\d|\d/g;

/** What is typed in `text` and of no harmless kind: digits, and words that say a quantity. */
export function typedNumbers(text: string): TypedNumber[] {
  const prose = without(text, [{reason: "the document's own words", pattern: /“[^”]*”/g}]);
  return [
    ...matches(without(prose, harmlessDigits), digits),
    ...matches(without(prose, harmlessWords), quantities)
  ].sort((a, b) => a.offset - b.offset);
}

const relation = String.raw`(?:=|<|>|\\(?:leq?|geq?|approx|simeq|sim|lesssim|gtrsim|ll|gg|in|propto|to|ne)(?![A-Za-z]))`;
const about = /\\(?:approx|simeq|sim|lesssim|gtrsim)(?![A-Za-z])\s*-?\s*(\d[\d.]*)/g;
const decimal = /\d*\.\d+/g;
const equals = new RegExp(String.raw`(?:^|${relation}|[,;&])([^=,;&]*?)=\s*-?(\d*\.\d+)`, "g");

/**
 * Results that stand typed in a formula: what is only about a number, decimals of three digits or more, and
 * decimals to which an expression is said to be equal. A parameter's value is none.
 */
export function typedResults(tex: string): TypedNumber[] {
  const found = new Map<number, string>();
  for (const {index, 0: text, 1: number} of tex.matchAll(about))
    found.set(index + text.lastIndexOf(number), number);
  for (const {index, 0: number} of tex.matchAll(decimal))
    if (number.replace(".", "").replace(/^0+/, "").length > 2) found.set(index, number);
  for (const {index, 0: text, 1: left, 2: number} of tex.matchAll(equals))
    if (/[/+^\d]|\\(?:[dt]?frac|sqrt|sum)/.test(left.replace(/_\{[^}]*\}|_./g, "")))
      found.set(index + text.lastIndexOf(number), number);
  return [...found].map(([offset, number]) => ({number, offset}));
}

function matches(text: string, pattern: RegExp): TypedNumber[] {
  return [...text.matchAll(pattern)].map(({0: number, index}) => ({number, offset: index}));
}

/** `text` with what is of some kind put out of sight, as long as before. */
function without(text: string, kinds: readonly HarmlessKind[]): string {
  return kinds.reduce(
    (rest, {pattern}) => rest.replace(pattern, match => match.replace(/[^\n]/g, "\u0001")),
    text
  );
}
