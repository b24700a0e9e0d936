/** The part of Citation.js that the pages use; it ships no types. */
declare module "@citation-js/core" {
  export interface FormatOptions {
    format?: "html" | "text";
    template?: string;
    lang?: string;
    entry?: string;
    asEntryArray?: boolean;
  }
  export class Cite {
    constructor(data: readonly object[]);
    format(type: string, options: FormatOptions & {asEntryArray: true}): [string, string][];
    format(type: string, options?: FormatOptions): string;
  }
  export const plugins: {
    config: {get(name: string): {format: {useIdAsLabel: boolean}}};
  };
}
