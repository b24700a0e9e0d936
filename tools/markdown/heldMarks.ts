const opening = /[([“‘]+$/;
const closing = /^[.,;:!?)\]’”]+/;

/** Pieces of a line in turn: text as HTML, or a formula. */
export interface Piece {
  readonly html: string;
  readonly isFormula: boolean;
}

/**
 * A piece between its neighbours, with the marks that belong to a formula held to it: a browser may break a line
 * before and behind every formula, which leaves a comma alone on the next. A long formula may still break inside,
 * where KaTeX lets it, and behind its last part.
 */
export function holdMarks(
  {html, isFormula}: Piece,
  before: Piece | undefined,
  after: Piece | undefined
): string {
  const opens = (piece: Piece | undefined) => text(piece).match(opening) !== null;
  const closes = (piece: Piece | undefined) => text(piece).match(closing) !== null;
  if (isFormula) {
    if (!opens(before) && !closes(after)) return html;
    return `${opens(before) ? "" : startOf(html)}${html}${closes(after) ? "" : end}`;
  }
  const ended = before?.isFormula ? html.replace(closing, `$&${end}`) : html;
  return after?.isFormula ? ended.replace(opening, `${startOf(after.html)}$&`) : ended;
}

/** The most letters of a formula that stays in one piece. */
const short = 14;

function startOf(formula: string): string {
  const [, boxes = ""] = formula.split('"katex-html"');
  const isShort = boxes.replace(/^[^>]*>|<[^>]*>/g, "").length <= short;
  return `<span class="unbroken${isShort ? " short" : ""}">`;
}

const end = "</span>";
const text = (piece: Piece | undefined) =>
  piece === undefined || piece.isFormula ? "" : piece.html;
