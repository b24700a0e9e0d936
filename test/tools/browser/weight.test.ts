import {describe, expect, test} from "vitest";
import {account, excess} from "../../../tools/browser/weight.js";

describe("account", () => {
  test.each([
    ["https://a.org/base/noise/alignment", "transferred"],
    ["https://a.org/_import/components/figure.1a2b3c4d.js", "transferred"],
    ["https://a.org/_file/fonts/inter-normal.1a2b3c4d.woff2", "fonts"],
    ["https://a.org/_file/type.1a2b3c4d.css", "fonts"],
    ["https://a.org/_file/vendor/duckdb-eh.1a2b3c4d.wasm", "queries"],
    ["https://a.org/_node/apache-arrow@17.0.0/Arrow.dom.1a2b3c4d.js", "queries"],
    ["https://a.org/_file/data/alignment.1a2b3c4d.arrow", "queries"]
  ])("%s: %s", (url, name) => expect(account(url)).toBe(name));
});

describe("excess", () => {
  const within = {transferred: 400_000, fonts: 300_000, queries: 0};

  test("allows what is within the budget", () => expect(excess(within)).toEqual([]));

  test.each([
    ["transferred", /^400001 bytes without fonts and queries .*; the budget is 400000$/],
    ["fonts", /^300001 fonts .*; the budget is 300000$/],
    ["queries", /^1 bytes of the query engine .*; the budget is 0$/]
  ] as const)("tells a byte more of %s", (name, message) => {
    const [said, ...others] = excess({...within, [name]: within[name] + 1});
    expect(said).toMatch(message);
    expect(others).toEqual([]);
  });
});
