import {describe, expect, test} from "vitest";
import {BundledFrom} from "../../../tools/preview/bundledFrom.js";

describe("an edit can change", () => {
  const loaders = ["/p/data/a.arrow.ts", "/p/data/b.arrow.ts"];
  const known = () => {
    const from = new BundledFrom();
    from.set(loaders[0], [loaders[0], "/p/lib/own.ts", "/p/lib/shared/index.ts"]);
    from.set(loaders[1], [loaders[1], "/p/lib/shared/index.ts", "/p/lib/own.other.ts"]);
    return from;
  };
  test.each([
    ["a file that one holds", "/p/lib/own.ts", ["a"]],
    ["a file that both hold", "/p/lib/shared/index.ts", ["a", "b"]],
    ["a loader itself", "/p/data/b.arrow.ts", ["b"]],
    ["a file that none holds", "/p/lib/other.ts", []],
    ["a new file that an import now finds first", "/p/lib/own.js", ["a"]],
    ["another one, for a folder's index", "/p/lib/shared.ts", ["a", "b"]],
    ["a folder", "/p/lib", ["a", "b"]],
    ["a file whose name only goes on", "/p/lib/own.other.js", ["b"]]
  ])("%s", (_, path, names) => {
    const affected = known().affected(loaders, new Set([path]));
    expect(affected).toEqual(names.map(name => `/p/data/${name}.arrow.ts`));
  });

  test("a loader that is new, or was forgotten, whatever it is", () => {
    const from = known();
    from.forget(loaders[0]);
    const added = "/p/data/c.arrow.ts";
    expect(from.affected([...loaders, added], new Set(["/p/lib/other.ts"]))).toEqual([
      loaders[0],
      added
    ]);
  });
});
