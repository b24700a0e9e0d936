import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {commentText, type Docstring, readDocstring} from "./docstring.js";

/** Something that `lib/index.ts` exports. */
export interface PublicName {
  readonly name: string;
  /** Its file, `lib/stationary/sgdCovariance.ts`. */
  readonly file: string;
  readonly isType: boolean;
}

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** What `lib/index.ts` exports, in the order of the names. */
export function publicNames(index = read("lib/index.ts")): PublicName[] {
  return [...index.matchAll(/^export (type )?\{([^}]*)\} from "\.\/(.*?)\.js";$/gm)]
    .flatMap(([, all, names, file]) =>
      names
        .split(",")
        .map(name => name.trim())
        .filter(Boolean)
        .map(name => ({
          name: name.replace(/^type /, ""),
          file: `lib/${file}.ts`,
          isType: all !== undefined || name.startsWith("type ")
        }))
    )
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** Those that have a page: the functions. */
export const publicFunctions = (): PublicName[] =>
  publicNames().filter(({name, isType}) => !isType && /^[a-z]/.test(name));

/** The docstring before the declaration of a name. */
export function docstringOf({name, file}: PublicName): Docstring {
  const source = read(file);
  const declaration = new RegExp(
    `^export (?:async )?(?:function\\*?|const|interface|type|class) ${name}\\b`,
    "m"
  );
  const at = declaration.exec(source)?.index ?? 0;
  const [comment = ""] = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.exec(source.slice(0, at)) ?? [];
  return readDocstring(commentText(comment.trimEnd()));
}

/** How a name is declared, as `docs/surface/` has it. */
export function signatureOf(name: string, surface = read("docs/surface/index.d.ts")): string {
  const declaration = new RegExp(
    `^export (?:function|const|interface|type|class) ${name}\\b[\\s\\S]*?(?=\\n\\n|$(?![\\s\\S]))`,
    "m"
  );
  const [text = ""] = declaration.exec(surface) ?? [];
  return text.replace(/^\s*\/\/ .*\n/gm, "").replace(/^export /, "");
}

/** A named option or part of a result, with what its docstring says. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly text: string;
}

/** The fields of an exported interface, those that it inherits included. */
export function fieldsOf(type: string, names: readonly PublicName[]): Field[] {
  const found = names.find(({name, isType}) => isType && name === type);
  if (!found) return [];
  const [, parents = "", body = ""] =
    new RegExp(`^export interface ${type}(?: extends ([^{]*?))? \\{\\n([\\s\\S]*?)^\\}`, "m").exec(
      read(found.file)
    ) ?? [];
  const inherited = parents
    .split(",")
    .map(parent => parent.trim())
    .filter(Boolean)
    .flatMap(parent => fieldsOf(parent, names));
  const own = body.matchAll(
    /^ {2}(?:(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\s*)?(?:readonly )?(\w+)(\?)?: ([^;]*);/gm
  );
  return [
    ...inherited,
    ...[...own].map(([, comment = "", name, optional, declared]) => ({
      name,
      type: declared,
      optional: optional !== undefined,
      text: commentText(comment).replace(/\s+/g, " ")
    }))
  ];
}

/** The exported interfaces that a declaration names, those behind an exported alias included. */
export function typesIn(declaration: string, names: readonly PublicName[]): string[] {
  const direct = names.filter(
    ({name, isType}) =>
      isType && name !== "MatrixLike" && new RegExp(`\\b${name}\\b`).test(declaration)
  );
  return [
    ...new Set(
      direct.flatMap(({name}) => {
        const own = signatureOf(name);
        return own.startsWith("type ") ? typesIn(own.slice(own.indexOf("=")), names) : [name];
      })
    )
  ];
}
