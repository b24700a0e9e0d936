/** A part of a docstring's text: a paragraph, or the lines of a formula that stands by itself. */
export type Block = {readonly prose: string} | {readonly formula: readonly string[]};

/** What a docstring says, by part. */
export interface Docstring {
  readonly blocks: readonly Block[];
  /** `options.x what it is`, one per parameter that has a line of its own. */
  readonly parameters: readonly string[];
  readonly errors: readonly string[];
  /** Lines of code, with what they return in comments. */
  readonly examples: readonly string[];
}

/**
 * Reads a docstring: its text between the stars. Lines indented by four spaces are formulas.
 *
 * @example readDocstring("Twice x\n\n    2x\n\n@throws RangeError never").errors // ["RangeError never"]
 */
export function readDocstring(text: string): Docstring {
  const [body, ...tags] = text.split(/^@(?=[a-z]+\b)/m);
  const tagged = (name: string) =>
    tags
      .filter(tag => tag.startsWith(name))
      .map(tag => tag.slice(name.length).replace(/^[ \n]+|\s+$/g, ""));
  const joined = (tag: string) => tag.replace(/\s+/g, " ");
  return {
    blocks: body
      .split(/\n\s*\n/)
      .map(part => part.replace(/^\n+|\s+$/g, ""))
      .filter(part => part.trim() !== "")
      .map(part => {
        const lines = part.split("\n");
        return lines.every(line => line.startsWith("    "))
          ? {formula: lines}
          : {prose: joined(part).trim()};
      }),
    parameters: tagged("param").map(joined),
    errors: tagged("throws")
      .flatMap(tag => tag.split(/\s@throws\s/))
      .map(joined),
    examples: tagged("example")
  };
}

/** The text of a comment between its marks, without the stars of its margin. */
export const commentText = (comment: string): string =>
  comment
    .replace(/^\/\*\*[ \t]?|\s*\*\/$/g, "")
    .split("\n")
    .map(line => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();
