import {beforeAll, describe, expect, test, vi} from "vitest";
import {answerKey, readAnswers, writeAnswers} from "../../src/components/answers.js";

beforeAll(() => {
  vi.stubGlobal("location", new URL("https://example.org/base/noise/alignment"));
  return () => vi.unstubAllGlobals();
});

describe("answers that a page holds", () => {
  test("come back as they were, whatever SQL yields", () => {
    const rows = [
      {
        a: 0.1,
        b: Number.NaN,
        c: Number.POSITIVE_INFINITY,
        d: -0,
        e: 12345678901234567890n,
        f: new Date(86_400_000),
        g: null,
        h: undefined,
        i: [1, [Number.NaN]],
        j: {x: 1n},
        k: "</script>",
        l: true
      },
      {a: 1, b: 2, c: 3, d: 4, e: 5n, f: null, g: 0, h: "", i: [], j: {}, k: "", l: false}
    ];
    const text = writeAnswers(new Map([["key", rows]]));
    expect(text).not.toContain("<");
    expect(readAnswers(text).get("key")).toEqual(rows);
    expect(Object.is(readAnswers(text).get("key")?.[0]["d"], -0)).toBe(true);
  });

  test("an answer without rows is an answer", () => {
    expect(readAnswers(writeAnswers(new Map([["key", []]]))).get("key")).toEqual([]);
  });

  test("are known by query, parameters, and the files of the tables, wherever the site stands", () => {
    const tables = {sweep: "../_file/data/x.0123abcd.arrow"};
    const key = answerKey("\nSELECT 1 ", [1], tables);
    expect(answerKey("SELECT 1", [1], {sweep: "https://a.b/c/_file/data/x.0123abcd.arrow"})).toBe(
      key
    );
    for (const other of [
      answerKey("SELECT 2", [1], tables),
      answerKey("SELECT 1", [2], tables),
      answerKey("SELECT 1", ["1"], tables),
      answerKey("SELECT 1", [1], {sweep: "../_file/data/x.ffffffff.arrow"}),
      answerKey("SELECT 1", [1], {other: "../_file/data/x.0123abcd.arrow"})
    ])
      expect(other).not.toBe(key);
  });
});
