import {createRequire} from "node:module";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {parameter, plainRows, type Row} from "../../src/components/sqlValues.js";
import {root} from "../../tools/root.js";

const require = createRequire(import.meta.url);
const folder = join(root, "node_modules/@duckdb/duckdb-wasm/dist");

/** The engine of the pages, in this process. */
let query: (sql: string, ...values: unknown[]) => Row[];

beforeAll(async () => {
  const duckdb = require(join(folder, "duckdb-node-blocking.cjs"));
  const bundles = {
    mvp: {mainModule: join(folder, "duckdb-mvp.wasm"), mainWorker: ""},
    eh: {mainModule: join(folder, "duckdb-eh.wasm"), mainWorker: ""}
  };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate();
  database.open({});
  const connection = database.connect();
  query = (sql, ...values) => {
    const parts = sql.split("$");
    const parameters = values.map(parameter);
    const bound = parameters.flatMap(value => value.bound);
    const text = parts.reduce((sum, part, i) => sum + parameters[i - 1].sql + part);
    return plainRows(
      bound.length ? connection.prepare(text).query(...bound) : connection.query(text)
    );
  };
}, 120_000);

const one = (expression: string, ...values: unknown[]) =>
  query(`SELECT ${expression} AS x`, ...values)[0].x;

describe("what a query returns", () => {
  it.each<[string, unknown]>([
    ["1.5::DECIMAL(9, 3)", 1.5],
    ["-1.5::DECIMAL(38, 3)", -1.5],
    ["9007199254740993::BIGINT", 9007199254740992],
    ["-5::BIGINT", -5],
    ["18446744073709551615::UBIGINT", 18446744073709552000],
    ["sum(i)", 3],
    ["count(*)", 3],
    ["list(i)", [0, 1, 2]],
    ["[1.25, 2.5]", [1.25, 2.5]],
    ["[[1::BIGINT], NULL]", [[1], null]],
    ["{a: 1.5, b: 5::BIGINT, c: 'x'}", {a: 1.5, b: 5, c: "x"}],
    ["[{a: [2::BIGINT]}]", [{a: [2]}]],
    ["map {'k': 2.5}", new Map([["k", 2.5]])],
    ["TIMESTAMP '2024-02-29 12:30:00.25'", new Date("2024-02-29T12:30:00.250Z")],
    ["TIMESTAMP_MS '1969-12-31 23:59:59'", new Date(-1000)],
    ["TIMESTAMP_NS '2024-02-29 12:30:00'", new Date("2024-02-29T12:30:00Z")],
    ["DATE '2024-02-29'", new Date("2024-02-29")],
    ["[TIMESTAMP '2024-02-29 00:00:00']", [new Date("2024-02-29")]],
    ["'b'::ENUM('a', 'b')", "b"],
    ["NULL", null],
    ["true", true],
    ["'NaN'::DOUBLE", Number.NaN],
    ["0.1::FLOAT", Math.fround(0.1)]
  ])("%s", (expression, value) => {
    expect(query(`SELECT ${expression} AS x FROM range(3) t(i)`)[0].x).toEqual(value);
  });

  it.each(["TIME '12:00:00'", "INTERVAL 1 DAY", "[INTERVAL 1 DAY]"])(
    "%s is refused by name",
    expression => {
      expect(() => one(expression)).toThrow(/^column x is of type .*: cast it in the query$/);
    }
  );
});

describe("what a query is given arrives as it is", () => {
  it.each<[unknown, string]>([
    [Infinity, "DOUBLE"],
    [-Infinity, "DOUBLE"],
    [Number.NaN, "DOUBLE"],
    [5n, "BIGINT"],
    [-(2n ** 63n), "BIGINT"],
    [2n ** 100n, "HUGEINT"],
    [new Date("1969-07-20T20:17:40.5Z"), "TIMESTAMP"],
    [new Date(0), "TIMESTAMP"]
  ])("%s as %s", (value, type) => {
    expect(one("typeof($)", value)).toBe(type);
    expect(one("$", value)).toEqual(typeof value === "bigint" ? Number(value) : value);
  });

  it.each([0.1, "it's", true, null])("%s", value => {
    expect(one("$", value)).toEqual(value);
  });

  it("several at once, bound and written, in their order", () => {
    expect(query("SELECT $ AS a, $ AS b, $ AS c", 1, Infinity, "z")).toEqual([
      {a: 1, b: Infinity, c: "z"}
    ]);
  });

  it.each([undefined, {}, [1], () => 1, 2n ** 200n, new Date(Number.NaN)])(
    "or is refused: %s",
    value => {
      expect(() => one("$ + $", 1, value)).toThrow(/^parameter 2 of the query must be a number/);
    }
  );
});
