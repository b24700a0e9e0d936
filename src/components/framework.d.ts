/** What Framework gives to modules and pages, as far as this site uses it. */
declare module "observablehq:stdlib" {
  export interface File {
    readonly name: string;
    url(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
    json<T = unknown>(): Promise<T>;
    text(): Promise<string>;
  }
  export function FileAttachment(name: string): File;
}

declare module "*.csv" {
  const text: string;
  export default text;
}
