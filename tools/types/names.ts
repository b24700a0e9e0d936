import {type Node, walk} from "./syntaxTree.js";

/** A name that a cell gives to the page. */
export interface Declaration {
  readonly name: string;
  /** Offset in the code. */
  readonly start: number;
  /** False for what is gone at run time: aliases, interfaces, type imports. */
  readonly value: boolean;
  readonly imported: boolean;
}

/** What a cell declares at its top level and which names stand for types in it. */
export interface Names {
  readonly declarations: readonly Declaration[];
  /** Shadowed names included. */
  readonly types: ReadonlySet<string>;
}

export function findNames(program: Node): Names {
  const types = new Set<string>();
  walk(program, node => {
    if (node.type === "TSTypeReference") types.add(leftmost(node.typeName as Node));
    if (node.type === "TSClassImplements" || node.type === "TSInterfaceHeritage")
      types.add(leftmost(node.expression as Node));
    return true;
  });
  return {declarations: (program.body as Node[]).flatMap(declared), types};
}

function declared(node: Node): Declaration[] {
  if (node.declare) return [];
  const id = node.id as Node;
  switch (node.type) {
    case "VariableDeclaration":
      return (node.declarations as {id: Node}[]).flatMap(({id}) => bound(id));
    case "ClassDeclaration":
    case "FunctionDeclaration":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
      return bound(id);
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return [{name: id.name as string, start: id.start, value: false, imported: false}];
    case "ImportDeclaration":
      return (node.specifiers as Node[]).map(specifier => {
        const {name, start} = specifier.local as Node;
        const value = node.importKind !== "type" && specifier.importKind !== "type";
        return {name: name as string, start, value, imported: true};
      });
    default:
      return [];
  }
}

/** The names that a pattern binds. */
function bound(pattern: Node): Declaration[] {
  switch (pattern.type) {
    case "Identifier":
      return [{name: pattern.name as string, start: pattern.start, value: true, imported: false}];
    case "ObjectPattern":
      return (pattern.properties as Node[]).flatMap(property =>
        bound((property.type === "Property" ? property.value : property) as Node)
      );
    case "ArrayPattern":
      return (pattern.elements as (Node | null)[]).flatMap(element =>
        element ? bound(element) : []
      );
    case "RestElement":
      return bound(pattern.argument as Node);
    case "AssignmentPattern":
      return bound(pattern.left as Node);
    default:
      return [];
  }
}

/** `a` of the qualified name `a.b.c`. */
function leftmost(node: Node): string {
  if (node.type === "TSQualifiedName") return leftmost(node.left as Node);
  if (node.type === "MemberExpression") return leftmost(node.object as Node);
  return String(node.name);
}
