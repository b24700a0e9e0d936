/** Words that a page shows, in one piece, with what is no typed word taken out. */
export interface Passage {
  /** The page's file, relative to the working directory. */
  readonly file: string;
  /** The words; each formula, expression, piece of code and reference in them is a `gap`. */
  readonly text: string;
  /** Line in the file of the word at `offset`, from 1. */
  readonly line: (offset: number) => number;
}

/** What stands in a passage for something that is not typed there. */
export const gap = "\ufffc";

/** Puts a passage together from pieces, each of which begins on a line that is known. */
export function passageOf(
  file: string,
  pieces: readonly {readonly text: string; readonly line: number}[]
): Passage {
  const starts: {at: number; line: number}[] = [];
  let text = "";
  for (const piece of pieces) {
    starts.push({at: text.length, line: piece.line});
    text += piece.text;
  }
  return {
    file,
    text,
    line: offset => {
      const {at, line} = starts.findLast(start => start.at <= offset) ?? {at: 0, line: 1};
      return line + text.slice(at, offset).split("\n").length - 1;
    }
  };
}
