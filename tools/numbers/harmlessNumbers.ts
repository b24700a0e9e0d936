/** A kind of number that may be typed in prose. */
export interface HarmlessKind {
  readonly reason: string;
  readonly pattern: RegExp;
}

const number = String.raw`[A-Z]?\.?\d+(?:\.\d+)*(?:\([a-z]\)|[a-z]\b)?`;
const further = String.raw`(?:(?:,| to| and| or|,? and|–|[-–]|, §)\s*§?\s*${number})*`;
const named = [
  "Algorithm",
  "Appendix",
  "Assumption",
  "Chapter",
  "Corollary",
  "Corollaries",
  "Definition",
  "Equation",
  "Eq\\.",
  "Example",
  "Experiment",
  "Figure",
  "Lemma",
  "Part",
  "Proposition",
  "Remark",
  "Section",
  "Step",
  "Table",
  "Theorem"
].join("|");

/**
 * What may be typed as digits outside formulas. Whatever else is a number that somebody computed or chose,
 * and follows from the code that did.
 */
export const harmlessDigits: readonly HarmlessKind[] = [
  {
    reason: "the number of a statement, a section, an equation or a figure is a name",
    pattern: new RegExp(String.raw`\b(?:${named})s?\s${number}${further}`, "gi")
  },
  {
    reason: "so is that of a section after its sign",
    pattern: new RegExp(String.raw`§§?\s?${number}${further}`, "g")
  },
  {
    reason: "an equation is named by its number in parentheses",
    pattern: /(?<![\w⁻⁰-⁹₀-₉])\((?:[A-Z]\.)?\d{1,3}(?:\.\d+)?[a-z]?\)/g
  },
  {
    reason: "zero and one are the neutral elements, and the ends of a probability",
    pattern: /(?<![\d.,\u2009]|\d )[01](?![\d%°\u2009]|[.,]\d| \d{3}| %)/g
  },
  {
    reason:
      "a small whole factor, divisor or exponent belongs to the formula whose letters it joins",
    pattern:
      /(?<![\d.])\d{1,2}(?=\p{Script=Greek}|\p{L}(?!\p{Ll}{2})|[(√∂∇‖⟨]|\s(?:log|exp|Tr)\b)|(?<=[\p{L})‖⟩⁰-⁹₀-₉\ufffc]\s?[/·^]\s?|[√^/])\d{1,2}(?![\d.,]\d)|(?<=\()\d(?=\s?[−+/·]\s?[\p{L}√(])|(?<=[\p{L})\ufffc][⁰-⁹]?\s[−+]\s)[1-9](?!\d|\.\d)|(?<![\d.])\d(?=\s?[−+/·×]\s?[\p{L}√(])/gu
  },
  {
    reason: "a symbol that equals two stands at an edge or in a plane, which algebra names",
    pattern: /(?<=[\p{L})₀-₉⋆]\s[=<>≤≥→]\s)2(?!\d|\.\d|\s?%)/gu
  },
  {
    reason: "ten with an exponent is a unit",
    pattern: /\b10(?=[⁻⁰¹²³⁴-⁹])/g
  },
  {
    reason: "the level of an interval, an ellipse or a quantile says what is drawn",
    pattern:
      /\b9[059][\s\u00a0\u2009]%(?=[\s\u00a0](?:bars?|intervals?|ellipses?|point|of (?:a|an|the|all|their|its|every)\b)|$)/g
  },
  {
    reason: "right angles, their halves and multiples are where axes coincide or part",
    pattern: /(?<![\d.])(?:0|45|90|180|270|360)\s?(?:°|degrees)/g
  },
  {
    reason: "two and three standard errors are the usual marks on an axis of z-scores",
    pattern: /±\s?[23](?!\d|\.\d)|\b3σ/g
  },
  {
    reason: "the version of a program",
    pattern: /\b(?:Node|npm|Python|NumPy|Framework|version)\s(?:≥\s)?v?\d+(?:\.\d+)*/g
  },
  {
    reason: "a year",
    pattern: /(?<=\b(?:in|since|of|before|after|until)\s|\()(?:1[6-9]|20)\d\d(?=[),;.]|$)/g
  },
  {
    reason: "the name of an algorithm, a format, a norm or a place in memory",
    pattern: /\b(?:SHA-\d+|float\d+|PCG\d+|HC\d|L\d|UTF-\d+|xoshiro\d+|\d+-bit|\d-?d)\b/g
  },
  {
    reason: "lengths and dashes of a drawing are no text",
    pattern: /^(?:[\d.]+(?:,[\d.]+)+|[\d.]+(?:px|em|rem|ch|%))$/g
  }
];

/** What number words may say: how often, or which of two. */
export const harmlessWords: readonly HarmlessKind[] = [
  {
    reason: "something happens on two occasions",
    pattern: /\btwice(?=\s*(?:$|[.,;:)])|\s(?:in|for)\b)/gi
  },
  {
    reason: "a part of a run, a sentence or a range, as against its other half",
    pattern: /\b(?:first|second|other|lower|upper|each|left|right|both)\s+half\b/gi
  },
  {
    reason: "a half-width, a half-plane: the object's name",
    pattern: /\bhalf[\s-](?:width|plane|line|life|axis|space|unit)s?\b/gi
  }
];
