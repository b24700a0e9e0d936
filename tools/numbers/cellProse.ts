import {pagePath} from "../markdown/page.js";
import {readCell} from "../types/readCell.js";
import type {Source} from "../types/readSources.js";
import {type Node, parseModule} from "../types/syntaxTree.js";
import {gap, type Passage, passageOf} from "./passage.js";

/** Names of properties whose strings are no words for a reader. */
const silent =
  /^(?:axis|cell|class|color\w*|curve|d|experiment|(?:fill|stroke|marker)\w*|font\w*|fx|fy|href|id|interval|\w+Anchor|r|reduce|sql|symbol|tip|transform|type|viewBox|[xyz][12]?)$/;

/** Names of properties and constants that hold what a document prints. */
const quoted = /^printed/;

/** Calls whose strings name a file, an element or a query. */
const naming =
  /^(?:FileAttachment|URL|Error|RangeError|TypeError|sql|endsWith|get|has|includes|indexOf|localeCompare|replace|replaceAll|split|startsWith)$/;

/** Functions that write the number that they are given. */
const writing = /^(?:fixed|percent|scientific|signed|String|whole|withError)$/;

/**
 * The strings of a page's cells and expressions that can come to be text, each with its line. A number that
 * `${…}` does no more than write is part of the text.
 */
export function cellProse(page: string, sources: readonly Source[]): Passage[] {
  return sources.flatMap(source => {
    const cell = readCell(pagePath(page), source);
    if (cell === null || !("code" in cell)) return [];
    const {code, extension, expression} = cell;
    const tree = parseModule(expression ? `(${code}\n)` : code, extension);
    const shift = expression ? 1 : 0;
    const line = (start: number) =>
      source.line + code.slice(0, start - shift).split("\n").length - 1;
    const passages: Passage[] = [];
    const take = (pieces: readonly Piece[]) => {
      if (pieces.some(({text}) => text !== gap))
        passages.push(
          passageOf(
            source.file,
            pieces.map(({text, start}) => ({text, line: line(start)}))
          )
        );
    };
    visit(tree, node => take(piecesOf(node)));
    if (source.info === undefined && expression) take([holeOf(whole(tree))]);
    return passages;
  });
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Visits each string once, a sum or a template as a whole. */
function visit(node: Node, take: (node: Node) => void): void {
  if (isText(node)) take(node);
  for (const child of isText(node) ? holes(node) : children(node)) visit(child, take);
}

function isText(node: Node): boolean {
  if (node.type === "TemplateLiteral") return true;
  if (node.type === "Literal") return typeof node.value === "string";
  return node.type === "BinaryExpression" && node.operator === "+" && addends(node).some(isText);
}

function addends(node: Node): Node[] {
  return node.type === "BinaryExpression" && node.operator === "+"
    ? [...addends(node.left as Node), ...addends(node.right as Node)]
    : [node];
}

/** What is computed in a text. */
function holes(node: Node): Node[] {
  return addends(node).flatMap(part =>
    part.type === "TemplateLiteral"
      ? (part.expressions as Node[])
      : part.type === "Literal"
        ? []
        : [part]
  );
}

function piecesOf(node: Node): Piece[] {
  return addends(node).flatMap(part => {
    if (part.type === "Literal") return [{text: String(part.value), start: part.start}];
    if (part.type !== "TemplateLiteral") return [holeOf(part)];
    const quasis = part.quasis as (Node & {value: {cooked: string}})[];
    const expressions = part.expressions as Node[];
    return quasis.flatMap(({value, start}, i) => [
      ...(i === 0 ? [] : [holeOf(expressions[i - 1])]),
      {text: value.cooked, start}
    ]);
  });
}

/** What an expression leaves in a text: a gap, or the number that it writes. */
function holeOf(node: Node): Piece {
  return {text: numberIn(node) ?? gap, start: node.start};
}

function numberIn(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "number") return String(node.value);
  if (node.type === "UnaryExpression" || node.type === "ParenthesizedExpression")
    return numberIn((node.argument ?? node.expression) as Node);
  const [first] = node.type === "CallExpression" ? (node.arguments as Node[]) : [];
  return first && writing.test(calleeOf(node)) ? numberIn(first) : undefined;
}

/** The expression that a program of one statement is. */
function whole(program: Node): Node {
  const [{expression}] = program.body as {expression: Node}[];
  return expression;
}

/** The parts of a node in which a string may be text. */
function children(node: Node): Node[] {
  switch (node.type) {
    case "ImportDeclaration":
    case "ImportExpression":
      return [];
    case "SwitchCase":
      return node.consequent as Node[];
    case "Property":
      return isSilent(keyOf(node), node.value as Node) ? [] : [node.value as Node];
    case "VariableDeclarator":
      return !node.init || quoted.test(nameOf(node.id as Node)) ? [] : [node.init as Node];
    case "MemberExpression":
      return [node.object as Node];
    case "BinaryExpression":
      return /^(?:[=!]==?|in)$/.test(node.operator as string) ? [] : parts(node);
    case "CallExpression":
    case "NewExpression":
      return naming.test(calleeOf(node)) ? [node.callee as Node] : parts(node);
    case "TaggedTemplateExpression":
      return naming.test(nameOf(node.tag as Node)) ? [] : parts(node);
    default:
      return /^TS(?!(?:As|NonNull|Satisfies))/.test(node.type) ? [] : parts(node);
  }
}

function parts(node: Node): Node[] {
  return Object.entries(node)
    .filter(([key]) => !/^(?:typeAnnotation|typeArguments|typeParameters|returnType)$/.test(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(
      (value): value is Node =>
        typeof value === "object" && value !== null && typeof (value as Node).type === "string"
    );
}

function isSilent(key: string, value: Node): boolean {
  return quoted.test(key) || (silent.test(key) && value.type !== "ObjectExpression");
}

function keyOf({key, computed}: Node): string {
  return computed ? "" : nameOf(key as Node);
}

function calleeOf({callee}: Node): string {
  return nameOf(callee as Node);
}

function nameOf(node: Node): string {
  if (node.type === "Identifier") return node.name as string;
  if (node.type === "Literal") return String(node.value);
  if (node.type === "MemberExpression") return nameOf(node.property as Node);
  return "";
}
