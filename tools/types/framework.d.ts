/** The parts of Framework that read a page's code, as it reads them itself. */
declare module "@observablehq/framework/dist/info.js" {
  export function parseInfo(info: string): {tag: string; attributes: Record<string, string>};
}

declare module "@observablehq/framework/dist/sql.js" {
  export function transpileSql(
    content: string,
    attributes: {id?: string; display?: string}
  ): string;
}

declare module "@observablehq/framework/dist/tag.js" {
  export function transpileTag(content: string, tag: string, raw: boolean): string;
}

declare module "@observablehq/framework/dist/javascript/parse.js" {
  export function parseJavaScript(
    input: string,
    options: {path: string; inline?: boolean}
  ): {
    /** True for what Framework displays by itself. */
    expression: boolean;
    /** True if Framework makes the cell's function asynchronous for an `await` of its own. */
    async: boolean;
    imports: {method: "static" | "dynamic" | "resolve"}[];
  };
}
