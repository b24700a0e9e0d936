import {fence} from "./site.js";

const later = fence("ts", "const later = Promise.resolve(3);");

/** Pages, each with the lines and messages of what is wrong on it. */
export const faults: Record<string, [page: string, ...expected: string[]]> = {
  "a wrong type in a fence": [
    `---\ntitle: a\n---\n\ntext\n\n${fence("ts", "", 'const x: number = "a";')}`,
    "9 Type 'string' is not assignable to type 'number'. (TS2322)"
  ],
  "a wrong type in an expression of the text": [
    `${fence("ts", "let x = 1;")}\nA line,\nthen \${x.trim()}.`,
    "6 Property 'trim' does not exist on type 'number'."
  ],
  "a wrong type on a later line of an expression": [
    `${fence("ts", "let x = 1;")}\nA line \${[x,\nx].map(y =>\n  y.trim())}.`,
    "7 Property 'trim' does not exist on type 'number'."
  ],
  "a wrong type in an HTML block": [
    `${fence("ts", "let x = 1;")}\n<div>\n<p>\${x}</p>\n<p>\${\nx.trim()}</p>\n</div>`,
    "8 Property 'trim' does not exist on type 'number'."
  ],
  "a wrong type in HTML within a paragraph": [
    `a\nb <b>\${Math.sqrt("4")}</b>`,
    "2 Argument of type 'string' is not assignable to parameter of type 'number'."
  ],
  "wrong types in headings, lists, quotes and tables": [
    `# A \${a}\n\n- \${b}\n  - c\n    \${d}\n\n> \${e}\n\n| h |\n|---|\n| \${f} |\n| \${g} |`,
    ..."1a 3b 5d 7e 11f 12g"
      .split(" ")
      .map(s => `${s.slice(0, -1)} Cannot find name '${s.slice(-1)}'.`)
  ],
  "a wrong type in a fence of a list": [
    `- item\n\n  ${fence("ts", "const x: number", '= "a";').replaceAll("\n", "\n  ")}`,
    "4 Type 'string' is not assignable to type 'number'."
  ],
  "a promise of the cell itself": [
    fence("ts", "const later = Promise.resolve(3);", "display(later.toFixed(1));"),
    "3 Property 'toFixed' does not exist on type 'Promise<number>'."
  ],
  "a promise of another cell, taken for one": [
    `${later}\n${fence("ts", "later.then(display);")}`,
    "6 Property 'then' does not exist on type 'number'."
  ],
  "a promise of a module, handed on by an import": [
    `${fence("ts", 'import {later} from "./lib/double.js";', "later.x;")}\n\${later.x + later.z}`,
    "3 Property 'x' does not exist on type 'Promise<Point>'.",
    "6 Property 'z' does not exist on type 'Point'."
  ],
  "a generator": [
    fence("ts", "const g = (function* () { yield 1; })();", "g.toFixed();") +
      fence("ts", "g.next();"),
    "3 Property 'toFixed' does not exist on type 'Generator<number, void, unknown>'.",
    "6 Property 'next' does not exist on type 'number'."
  ],
  "an input's value": [
    fence("ts", 'import {slider} from "./components/parts.js";', "const x = view(slider(1));") +
      `\n\${x.trim()} \${x.toFixed(1)}\n`,
    "6 Property 'trim' does not exist on type 'number'."
  ],
  "an input without a value": [
    fence("ts", 'const x = view(document.createElement("p"));'),
    "2 Argument of type 'HTMLParagraphElement' is not assignable to parameter of type 'Element & { readonly value: unknown; }'."
  ],
  "a mutable": [
    `${fence("ts", "const m = Mutable(1);", 'm.value = "a";')}\${m.value}`,
    "3 Type 'string' is not assignable to type 'number'.",
    "5 Property 'value' does not exist on type 'number'."
  ],
  "a wrong name": [`\${widht}`, "1 Cannot find name 'widht'. Did you mean 'width'?"],
  "names of Node, which a package brings along": [
    `${fence("ts", 'import type {Table} from "apache-arrow";', "display((t: Table) => t.numRows);")}
\${process.pid} \${Buffer.from("a")}
\${require("a")} \${typeof process}`,
    "6 'process' is possibly 'undefined'.",
    "6 'Buffer' is possibly 'undefined'.",
    "7 Cannot invoke an object which is possibly 'undefined'."
  ],
  "a name that Framework fetches": [
    `\${Plot.version}`,
    "1 Cannot find name 'Plot'. Framework would fetch it from a CDN: import it from a package. (TS2304)"
  ],
  "a file's method that Framework fetches": [
    `\${FileAttachment("a.arrow").arrow()}`,
    "1 Property 'arrow' does not exist on type 'File'."
  ],
  "a type of another cell": [
    fence("ts", "type Pair = [number, number];") + fence("ts", "const p: Pair = [1];"),
    "5 Type '[number]' is not assignable to type 'Pair'."
  ],
  "wrong imports": [
    fence("ts", 'import {half} from "./lib/double.js";', 'import {x} from "./lib/nope.js";'),
    "2 Module '\"./lib/double.js\"' has no exported member 'half'.",
    "3 Cannot find module './lib/nope.js'"
  ],
  "a type imported as a value": [
    fence("ts", 'import {Point} from "./lib/double.js";'),
    "2 'Point' is a type and must be imported using a type-only import"
  ],
  "an SQL interpolation": [
    fence("ts", 'import {database} from "./components/parts.js";', "const sql = database();") +
      fence("sql id=rows", "", "SELECT 1", `WHERE x = \${new Date()} AND y = \${nope}`) +
      `\n\${rows.trim()}\n`,
    "8 Argument of type 'Date' is not assignable to parameter of type 'string | number'.",
    "8 Cannot find name 'nope'.",
    "11 Property 'trim' does not exist on type 'Row[]'."
  ],
  "SQL without a database or a name": [
    fence("sql", "SELECT 1"),
    "2 Cannot find name 'Inputs'. Framework would fetch it",
    "2 Cannot find name 'sql'. Framework would fetch it"
  ],
  "a JavaScript fence": [
    fence("js", "const f = x => x;", "f(1).trim();", "let n = 1;", "n.trim();"),
    "2 Parameter 'x' implicitly has an 'any' type.",
    "5 Property 'trim' does not exist on type 'number'."
  ],
  "TypeScript in an expression": [
    `a \${1 as number}\nb \${width!}\nc \${(x: number) => x}`,
    `1 \${1 as number} is not an expression in plain JavaScript`,
    `2 \${width!} is not an expression in plain JavaScript`,
    `3 \${(x: number) => x} is not an expression in plain JavaScript`
  ],
  "TypeScript in a JavaScript fence": [
    fence("js", "", "const x: number = 1;"),
    "3 Unexpected token"
  ],
  "a syntax error in TypeScript": [
    `${fence("ts", "const x = 1;", "const y = ;")}\${nope}`,
    '3 Unexpected ";"'
  ],
  "a syntax error in SQL": [fence("sql id=rows", "SELECT", `\${a b}`), "3 Unexpected token"],
  "an SQL fence with an impossible name": [
    fence("sql id=a-b", "SELECT 1"),
    "2 invalid binding: a-b"
  ],
  "what Framework refuses in TypeScript": [
    `${fence("ts", "type A = 1;", "let x = 1;", "", "export {x};")}`,
    "5 Unexpected token 'export'"
  ],
  "an assignment to another cell's variable": [
    fence("ts", "let x = 1;") + fence("ts", "type A = 1;", "", "x = 2;"),
    "7 Assignment to external variable 'x'"
  ],
  "an await that Framework does not see": [
    fence("ts", "type A = 1;", "for (const x of [1])", "  display(await Promise.resolve(x));"),
    "4 an await inside a top-level for … of kills the page's script"
  ],
  "names given twice": [
    fence("ts", "const {x, y: [z]} = {x: 1, y: [2]};", "type T = 1;") +
      fence("ts", "const a = 1,", "  z = 2;", "type T = 2;") +
      fence("js", "function x() {}"),
    "7 z is defined more than once; it stands on line 2 already",
    "8 T is defined more than once; it stands on line 3 already",
    "11 x is defined more than once; it stands on line 2 already"
  ]
};
