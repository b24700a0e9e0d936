import {SourceMap} from "node:module";
import {parseJavaScript} from "@observablehq/framework/dist/javascript/parse.js";
import {type TransformFailure, transformSync} from "esbuild";
import {findNames, type Names} from "./names.js";
import {type Node, parseModule, walk} from "./syntaxTree.js";

export type Language = "js" | "jsx" | "ts" | "tsx";

/** What keeps Framework from running a cell. */
export class SyntaxFault extends Error {
  override name = "SyntaxFault";
  constructor(
    message: string,
    /** Line of the cell, from 1. */
    readonly line: number
  ) {
    super(message);
  }
}

/**
 * What a cell declares and mentions.
 *
 * @throws SyntaxFault, SyntaxError or esbuild's TransformFailure on what Framework would refuse
 */
export function parseCell(
  code: string,
  {page, language, inline = false}: {page: string; language: Language; inline?: boolean}
): Names & {expression: boolean} {
  const javascript: {code: string; map?: string} =
    language === "js" ? {code} : transpile(code, language);
  let cell: ReturnType<typeof parseJavaScript>;
  try {
    cell = parseJavaScript(javascript.code, {path: page, inline});
  } catch (error) {
    const {line, message} = syntaxFault(error);
    throw new SyntaxFault(message, originalLine(javascript.map, line));
  }
  const program = parseModule(cell.expression ? `(${code}\n)` : code, language);
  if (!cell.async && !cell.imports.some(({method}) => method === "static"))
    refuseUnseenAwait(program, code);
  return {...findNames(program), expression: cell.expression};
}

/** Line and message of a syntax error of acorn, Framework or esbuild. */
export function syntaxFault(error: unknown): SyntaxFault {
  if (error instanceof SyntaxFault) return error;
  if (error instanceof SyntaxError) {
    const match = /^(.*) \((\d+):\d+\)$/s.exec(error.message);
    return match ? new SyntaxFault(match[1], Number(match[2])) : new SyntaxFault(error.message, 1);
  }
  const [first] = (error as Partial<TransformFailure>).errors ?? [];
  if (!first) throw error;
  return new SyntaxFault(first.text, first.location?.line ?? 1);
}

/** The same options as Framework's, and a map back. */
function transpile(code: string, language: Language): {code: string; map: string} {
  return transformSync(code, {
    loader: language,
    sourcemap: "external",
    ...(language === "ts" ? {} : {jsx: "automatic", jsxImportSource: "npm:react"}),
    ...(language === "jsx" ? {} : {tsconfigRaw: {compilerOptions: {verbatimModuleSyntax: true}}}),
    logLevel: "silent"
  });
}

function originalLine(map: string | undefined, line: number): number {
  if (map === undefined) return line;
  const entry = new SourceMap(JSON.parse(map)).findEntry(line - 1, 0);
  return "originalLine" in entry ? entry.originalLine + 1 : 1;
}

/** Framework does not look for `await` below a `for … of`, and leaves its function synchronous. */
function refuseUnseenAwait(program: Node, code: string): void {
  walk(program, node => {
    if (node.type.includes("Function")) return false;
    if (node.type === "AwaitExpression")
      throw new SyntaxFault(
        "an await inside a top-level for … of kills the page's script: put the loop into an async function",
        code.slice(0, node.start).split("\n").length
      );
    return true;
  });
}
