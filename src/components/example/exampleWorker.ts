import {Matrix} from "ml-matrix";
import * as noisefloor from "../../lib/index.js";
import {shownValue} from "./shownValue.js";

/** What the worker of an example tells the page: that it begins, a line that it printed, what its last statement gave. */
export type ExampleMessage =
  | {readonly begins: true}
  | {readonly line: string}
  | {readonly value: string};

const port = globalThis as unknown as {postMessage(message: ExampleMessage): void};

/** The names that an example may use without importing them. */
Object.assign(globalThis, noisefloor, {
  Matrix,
  report: (...values: readonly unknown[]) =>
    port.postMessage({value: values.map(shownValue).join("")})
});

console.log = (...values: readonly unknown[]) =>
  port.postMessage({
    line: values.map(x => (typeof x === "string" ? x : shownValue(x))).join(" ")
  });

port.postMessage({begins: true});
