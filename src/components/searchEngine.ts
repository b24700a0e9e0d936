import MiniSearch, {type SearchOptions} from "minisearch";

/** What `tools/site/searchIndex.ts` writes. */
export interface Section {
  readonly href: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

export interface Found {
  readonly section: Section;
  /** Words of the section that answer those of the query. */
  readonly words: readonly string[];
}

/** Fewest letters of a word that may be misspelt. */
const leastFuzzy = 6;

/** Words that stand for one another, each line for itself. */
const synonyms = [
  ["sharp", "stiff", "steep"],
  ["flat", "shallow"],
  ["rate", "step", "lr", "stepsize"],
  ["minibatch", "batch"],
  ["optimum", "minimum"],
  ["stationary", "equilibrium", "rest"],
  ["sandwich", "godambe"],
  ["qhm", "quasi"],
  ["hessian", "curvature"],
  ["corrections", "errata"],
  ["sgdm", "momentum"]
];

const alphabet =
  "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau φ phi χ chi ψ psi ω omega".split(
    " "
  );
const greek = new Map(alphabet.flatMap((name, i) => (i % 2 ? [[name, alphabet[i - 1]]] : [])));

/**
 * The words of a text as they are compared: one letter for µ and μ, small letters, Greek letters by their signs,
 * indices joined to what they are indices of.
 *
 * @example wordsOf("λ_max of kappa_F") // ["λmax", "of", "κf"]
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.]+/u)
    .map(word => word.replace(/^[._]+|[._]+$/g, ""))
    .filter(Boolean)
    .map(wordOf);
}

function wordOf(word: string): string {
  const name = [...greek.keys()].find(each => word === each || word.startsWith(`${each}_`));
  const sign = name ? `${greek.get(name)}${word.slice(name.length)}` : word;
  return sign.replaceAll("_", "");
}

/** A word with those that stand for it. */
const alike = (word: string): readonly string[] =>
  synonyms.find(line => line.includes(word)) ?? [word];

const options: SearchOptions = {
  boost: {page: 3, heading: 5},
  prefix: word => word.length > 1,
  fuzzy: word => (word.length >= leastFuzzy ? 0.2 : 0),
  weights: {prefix: 0.4, fuzzy: 0.2}
};

/** Pages themselves come before their sections, and what a symbol means before where it is used. */
function weightOf({href, heading}: Section): number {
  if (!href.includes("#")) return 2.5;
  if (href.startsWith("notation#")) return 4;
  if (href.startsWith("glossary#")) return 2;
  return heading ? 1.2 : 1;
}

/** Finds sections by all words of a query, their beginnings, words that stand for them, and small misspellings. */
export function searchEngine(sections: readonly Section[]): (query: string) => Found[] {
  const index = new MiniSearch<Section & {id: number}>({
    fields: ["page", "heading", "text"],
    tokenize: wordsOf,
    processTerm: word => word,
    searchOptions: {...options, boostDocument: id => weightOf(sections[id as number])}
  });
  // A page's own title is what it is about, not only where it stands.
  index.addAll(
    sections.map((section, id) => ({
      ...section,
      id,
      heading: section.href.includes("#") ? section.heading : section.page
    }))
  );
  // What stands for a word counts for less than the word.
  const half = {boostDocument: (id: number) => weightOf(sections[id]) / 2};
  return query => {
    const queries = wordsOf(query).map(word => ({
      combineWith: "OR" as const,
      queries: alike(word).map(each => (each === word ? each : {queries: [each], ...half}))
    }));
    return index
      .search({combineWith: "AND", queries})
      .map(({id, terms}) => ({section: sections[id], words: terms}));
  };
}

/** What finds words in a text as it is written, with the low lines that comparing leaves out. */
export function patternOf(words: readonly string[]): string {
  const escaped = (letter: string) => (/[\p{L}\p{N}]/u.test(letter) ? letter : `\\${letter}`);
  return words.map(word => [...word].map(escaped).join("_?")).join("|");
}
