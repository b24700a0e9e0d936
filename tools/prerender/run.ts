import {Runtime} from "@observablehq/runtime";
import {columnWidth} from "./browser.js";
import type {Cell} from "./cells.js";
import {workers} from "./workers.js";

/** What became of a cell: the nodes that it displayed, and what went wrong. */
export interface Shown {
  readonly nodes: readonly unknown[];
  /** Whether it came to a value; one that waits for a worker does not. */
  readonly settled: boolean;
  readonly error?: unknown;
}

/**
 * Milliseconds without news after which cells that have no value are taken to wait for ever: for a worker that is at
 * work, for one that is not asked anything, or for what never comes.
 */
const patience = {forWork: 120_000, forWorkers: 3000, otherwise: 10_000};

/**
 * Runs the cells of a page once, in their default state, as Framework's client does, and tells by the cell's id what
 * each displays.
 */
export async function runCells(
  cells: readonly Cell[],
  library: {
    FileAttachment: unknown;
    Generators: {input(node: unknown): AsyncGenerator};
    Mutable: unknown;
  }
): Promise<ReadonlyMap<string, Shown>> {
  const {FileAttachment, Generators, Mutable} = library;
  const runtime = new Runtime({
    FileAttachment: () => FileAttachment,
    Generators: () => Generators,
    Mutable: () => Mutable,
    width: () => columnWidth,
    dark: () => false,
    now: () => Date.now(),
    resize: () => (draw: (width: number) => unknown) => draw(columnWidth)
  });
  const main = runtime.module();
  const shown = new Map<string, unknown[]>();
  const settled = new Set<string>();
  const errors = new Map<string, unknown>();
  let news = performance.now();
  for (const {id, inputs = [], outputs = [], body} of cells) {
    const nodes: unknown[] = [];
    shown.set(id, nodes);
    const observer = {
      fulfilled: () => {
        settled.add(id);
        news = performance.now();
      },
      rejected: (error: unknown) => {
        news = performance.now();
        errors.set(id, error);
        settled.add(id);
      }
    };
    const cell = main.variable(observer, {shadow: {}});
    const Variable = cell.constructor;
    if (inputs.includes("display") || inputs.includes("view")) {
      let latest = -1;
      const display = new Variable(2, cell._module);
      display.define(
        inputs.filter(name => name !== "display" && name !== "view"),
        () => {
          const version = cell._version;
          return (value: unknown) => {
            if (version > latest) nodes.length = 0;
            latest = version;
            nodes.push(value);
            news = performance.now();
            return value;
          };
        }
      );
      cell._shadow.set("display", display);
      if (inputs.includes("view")) {
        const view = new Variable(2, cell._module, null, {shadow: {}});
        view._shadow.set("display", display);
        view.define(
          ["display"],
          (show: (value: unknown) => unknown) => (value: unknown) => Generators.input(show(value))
        );
        cell._shadow.set("view", view);
      }
    }
    cell.define(outputs.length ? `cell ${id}` : null, inputs, body);
    for (const output of outputs)
      main
        .variable(true)
        .define(output, [`cell ${id}`], (exports: Record<string, unknown>) => exports[output]);
  }
  const waits = () => {
    const most = workers.busy() ? "forWork" : workers.started() ? "forWorkers" : "otherwise";
    return performance.now() - Math.max(news, workers.heard()) < patience[most];
  };
  while ((settled.size < cells.length || workers.busy()) && waits())
    await new Promise(done => setTimeout(done, 20));
  // Displays of the last cells come with them.
  await new Promise(done => setTimeout(done, 20));
  runtime.dispose();
  return new Map(
    cells.map(({id}) => [
      id,
      {nodes: [...shown.get(id)!], settled: settled.has(id), error: errors.get(id)}
    ])
  );
}
