import {parseAst} from "rolldown/parseAst";

/** A node of an ESTree with TypeScript's additions. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/**
 * The syntax tree of a module; offsets count UTF-16 units.
 *
 * @throws on what does not parse
 */
export function parseModule(code: string, lang: "js" | "jsx" | "ts" | "tsx"): Node {
  return parseAst(code, {lang, sourceType: "module"}) as unknown as Node;
}

/** Visits `node` and all below it, parents first; `visit` returns whether to go on below. */
export function walk(node: Node, visit: (node: Node) => boolean): void {
  if (!visit(node)) return;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}
