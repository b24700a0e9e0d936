import {resolve} from "node:path";
import {parseInfo} from "@observablehq/framework/dist/info.js";
import {pagePath} from "../markdown/page.js";
import {readCell} from "../types/readCell.js";
import {sourceReader} from "../types/readSources.js";

/** A fence of TypeScript or JavaScript that runs on a page. */
export interface Fence {
  /** The page's file below the source root. */
  readonly page: string;
  /** Its file, relative to the working directory. */
  readonly file: string;
  /** Line in that file where the code begins, from 1. */
  readonly line: number;
  readonly code: string;
  readonly extension: string;
  /** Whether it is one expression, which Framework shows; a semicolon would make a statement of it. */
  readonly expression: boolean;
}

const languages = new Set(["ts", "tsx", "js", "jsx"]);

/** The fences of pages below `source`, in their order; those that do not parse are left to the type check. */
export function readFences(source: string, pages: readonly string[]): Fence[] {
  const read = sourceReader(resolve(source));
  return pages.flatMap(page =>
    read(page).flatMap(piece => {
      if (piece.info === undefined || !languages.has(parseInfo(piece.info).tag)) return [];
      const cell = readCell(pagePath(page), piece);
      if (cell === null || !("code" in cell)) return [];
      const {code, extension, expression} = cell;
      return [{page, file: piece.file, line: piece.line, code, extension, expression}];
    })
  );
}
