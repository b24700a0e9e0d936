/**
 * The names that Framework gives to every cell. Those that it would fetch from a CDN are left out: a page
 * imports its libraries from packages.
 */
export {FileAttachment, Generators, Mutable, resize} from "observablehq:stdlib";

import type {InputValue} from "observablehq:stdlib";

/** Shows a value in front of the cell and returns it. */
export function display<T>(value: T): T;

/** Shows an input; in other cells the variable is the input's value. */
export function view<E extends Element & {readonly value: unknown}>(
  input: E
): AsyncGenerator<InputValue<E>, void, void>;

/** Resolves when the cell is run anew or goes away. */
export const invalidation: Promise<void>;

/** Resolves to `value` when the cell comes into view. */
export function visibility<T = void>(value?: T): Promise<T>;

/** Milliseconds since the epoch. */
export const now: number;

/** Width of the page's main column in pixels. */
export const width: number;

/** Whether the page is shown in the dark. */
export const dark: boolean;

// Packages that serve Node too bring its globals along; a browser has none of them.
export const Buffer: undefined;
export const clearImmediate: undefined;
export const global: undefined;
export const process: undefined;
export const require: undefined;
export const setImmediate: undefined;
export const __dirname: undefined;
export const __filename: undefined;
