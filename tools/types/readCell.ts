import {parseInfo} from "@observablehq/framework/dist/info.js";
import {transpileSql} from "@observablehq/framework/dist/sql.js";
import {transpileTag} from "@observablehq/framework/dist/tag.js";
import type {Problem} from "../markdown/problems.js";
import type {Names} from "./names.js";
import {type Language, parseCell, SyntaxFault, syntaxFault} from "./parseCell.js";
import type {Source} from "./readSources.js";

/** A cell of a page whose syntax is in order. */
export interface Cell extends Names {
  readonly source: Source;
  /** What to check; its lines are those of the page from `source.line` on. */
  readonly code: string;
  /** Extension of the module that holds it. */
  readonly extension: Language;
  /** True if the code is one expression. */
  readonly expression: boolean;
}

/** Languages that Framework turns into a template literal of this tag. */
const TAGS: Readonly<Record<string, [tag: string, raw: boolean]>> = {
  tex: ["tex.block", true],
  html: ["html.fragment", true],
  svg: ["svg.fragment", true],
  dot: ["dot", false],
  mermaid: ["await mermaid", false]
};

/**
 * The cell that Framework makes of a piece of code; a problem where it would show a syntax error; null for
 * code that does not run.
 */
export function readCell(page: string, source: Source): Cell | Problem | null {
  try {
    return source.info === undefined ? readExpression(page, source) : readFence(page, source);
  } catch (error) {
    const {line, message} = syntaxFault(error);
    return {file: source.file, line: source.line + line - 1, message};
  }
}

function readExpression(page: string, source: Source): Cell {
  const {content} = source;
  try {
    return {
      ...parseCell(content, {page, language: "js", inline: true}),
      source,
      code: content,
      // JavaScript that is known to parse: only the stricter reading is left to choose.
      extension: "ts"
    };
  } catch (error) {
    const {line, message} = syntaxFault(error);
    if (message !== "invalid expression") throw error;
    throw new SyntaxFault(`\${${content}} is not an expression in plain JavaScript`, line);
  }
}

function readFence(page: string, source: Source): Cell | null {
  const {content} = source;
  const {tag, attributes} = parseInfo(source.info ?? "");
  if (attributes.run?.toLowerCase() === "false") return null;
  if (tag === "js" || tag === "ts" || tag === "jsx" || tag === "tsx")
    return {
      ...parseCell(content, {page, language: tag}),
      source,
      code: content,
      extension: tag
    };
  let code: string;
  if (tag === "sql") code = transpileSql(content, attributes);
  else if (Object.hasOwn(TAGS, tag)) code = transpileTag(content, ...TAGS[tag]);
  else return null;
  // Framework trims these; their blank lines go back where they were.
  code = (/^\s*\n/.exec(content)?.[0].replace(/[^\n]/g, "") ?? "") + code;
  return {...parseCell(code, {page, language: "js"}), source, code, extension: "ts"};
}
