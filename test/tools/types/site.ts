import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {checkPageTypes} from "../../../tools/types/checkPageTypes.js";
import {fixtureSite} from "../markdown/site.js";

const library = `
export interface Point {
  readonly x: number;
  readonly y: number;
}
export class Circle<T = string> {
  constructor(readonly label: T, readonly centre: Point) {}
}
export const later: Promise<Point> = Promise.resolve({x: 1, y: 2});
export function double(x: number): number {
  return 2 * x;
}
`;

const component = `
export type Row = Record<string, unknown>;
export type Sql = (strings: TemplateStringsArray, ...values: (string | number)[]) => Promise<Row[]>;
export const database = async (): Promise<Sql> => async () => [];
export function slider(value: number): HTMLElement & {value: number} {
  return Object.assign(document.createElement("div"), {value});
}
`;

/**
 * The problems of a site with these pages, by page: "line message". Its `lib` is reached through a link,
 * as that of the project.
 */
export async function pageProblems(
  pages: Readonly<Record<string, string>>
): Promise<Record<string, string[]>> {
  const sources = Object.entries(pages).map(([name, text]) => [`src/${name}`, text]);
  const site = fixtureSite({
    ...Object.fromEntries(sources),
    "src/components/parts.ts": component
  });
  mkdirSync(join(site, "lib"));
  writeFileSync(join(site, "lib/double.ts"), library);
  symlinkSync("../lib", join(site, "src/lib"));
  const found: Record<string, string[]> = {};
  for (const {file, line, message} of await checkPageTypes({site}))
    (found[relative(join(site, "src"), file)] ??= []).push(`${line} ${message}`);
  return found;
}

/** A fence. */
export function fence(info: string, ...lines: string[]): string {
  return [`\`\`\`${info}`, ...lines, "```", ""].join("\n");
}
