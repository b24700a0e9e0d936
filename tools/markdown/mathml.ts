/** How many children MathML wants of an element, where it wants a number. */
const arities: ReadonlyMap<string, number> = new Map([
  ["mfrac", 2],
  ["mroot", 2],
  ["msub", 2],
  ["msup", 2],
  ["msubsup", 3],
  ["munder", 2],
  ["mover", 2],
  ["munderover", 3]
]);

/** What KaTeX puts behind an operator that is applied to what follows (U+2061). */
const application = "<mo>\u2061</mo>";

/** Letters of one word, `\mathrm{eff}`, each in an element of its own: read out letter by letter. */
const SPELLED = /(?:<mi mathvariant="normal">[A-Za-z]+<\/mi>){2,}/g;

/** A tag, with its name, or the text up to the next one. */
const PIECE = /<\/?([a-zA-Z]+)[^>]*>|[^<]+/g;

interface Element {
  readonly name: string;
  readonly open: string;
  readonly children: string[];
}

/**
 * HTML of formulas whose MathML has the number of children that each element wants: an operator in the place of
 * an index, `\lambda_{\min}`, comes with the mark of its application, and the two are made one. Letters of one word
 * in a row are one identifier.
 *
 * @throws Error naming an element that has another number of children all the same
 */
export function mendMathml(html: string): string {
  return html.replace(/<math[\s>][\s\S]*?<\/math>/g, mend);
}

function mend(math: string): string {
  const open: Element[] = [{name: "", open: "", children: []}];
  for (const [piece, name] of math.matchAll(PIECE)) {
    const {children} = open[open.length - 1];
    if (name === undefined || piece.endsWith("/>")) children.push(piece);
    else if (!piece.startsWith("</")) open.push({name, open: piece, children: []});
    else {
      const element = open.pop();
      if (element === undefined || element.name !== name || open.length === 0)
        throw new Error(`MathML: ${piece} closes nothing`);
      open[open.length - 1].children.push(element.open + contents(element) + piece);
    }
  }
  return open[0].children.join("");
}

const wordOf = (letters: string) =>
  `<mi mathvariant="normal">${letters.replace(/<[^>]*>/g, "")}</mi>`;

function contents({name, children}: Element): string {
  const wanted = arities.get(name);
  if (name === "mrow") return children.join("").replace(SPELLED, wordOf);
  if (wanted === undefined) return children.join("");
  const merged: string[] = [];
  for (const child of children)
    if (child === application && merged.length) merged.push(`<mrow>${merged.pop()}${child}</mrow>`);
    else merged.push(child);
  if (merged.length !== wanted)
    throw new Error(`MathML: <${name}> has ${merged.length} children, and wants ${wanted}`);
  return merged.join("");
}
