/** What Framework gives to modules and pages, as far as this site uses it. */
declare module "observablehq:stdlib" {
  export interface File {
    readonly name: string;
    readonly mimeType: string;
    /** Milliseconds since the epoch. */
    readonly lastModified: number;
    /** In bytes. */
    readonly size: number;
    url(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
    blob(): Promise<Blob>;
    json<T = unknown>(): Promise<T>;
    stream(): Promise<ReadableStream<Uint8Array>>;
    text(encoding?: string): Promise<string>;
    image(properties?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
    xml(mimeType?: DOMParserSupportedType): Promise<Document>;
    html(): Promise<Document>;
  }
  export function FileAttachment(name: string): File;

  /** What `Generators.input` yields for an input: its value, and a number, date or file of a plain <input>. */
  export type InputValue<E> = E extends HTMLInputElement
    ? string extends E["value"]
      ? string | number | boolean | Date | InstanceType<typeof globalThis.File> | FileList | null
      : E["value"]
    : E extends HTMLSelectElement
      ? string extends E["value"]
        ? string | string[]
        : E["value"]
      : E extends {readonly value: infer Value}
        ? Value
        : never;

  type Notify<T> = (value: T) => T;
  type Initialize<T> = (notify: Notify<T>) => (() => void) | undefined;

  export namespace Generators {
    function dark(): AsyncGenerator<boolean, void, void>;
    function input<E extends EventTarget & {readonly value: unknown}>(
      input: E
    ): AsyncGenerator<InputValue<E>, void, void>;
    function now(): AsyncGenerator<number, void, void>;
    function observe<T>(initialize: Initialize<T>): AsyncGenerator<T, void, void>;
    function queue<T>(initialize: Initialize<T>): AsyncGenerator<T, void, void>;
    function width(
      target: Element,
      options?: ResizeObserverOptions
    ): AsyncGenerator<number, void, void>;
  }

  /** A value that its own cell can set; other cells see the value alone. */
  export type MutableValue<T> = AsyncGenerator<T, void, void> & {value: T};
  export function Mutable<T>(value: T): MutableValue<T>;
  export function Mutable<T>(): MutableValue<T | undefined>;

  /** An element that is rendered anew when its size changes. */
  export function resize(
    render: (
      width: number,
      height: number
    ) => Node | string | null | undefined | Promise<Node | string | null | undefined>,
    invalidation?: Promise<unknown>
  ): HTMLDivElement;
}

declare module "*.csv" {
  const text: string;
  export default text;
}
