import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {startDuckDb} from "../../../tools/site/duckDb.js";
import {tableName, tablesList} from "../../../tools/site/tablesList.js";
import {encode} from "../../../tools/sweeps/arrow.js";

const folder = mkdtempSync(join(tmpdir(), "tables-"));
afterAll(() => rmSync(folder, {recursive: true}));

const {bytes} = encode(
  {rate: Float64Array.of(0.5, 1), steps: Int32Array.of(3, 4), scheme: ["with", "without"]},
  {},
  {expectedRate: Float64Array.of(0.4, 1.1)}
);
const path = join(folder, "stored.arrow");
writeFileSync(path, bytes);

const list = (built: boolean) =>
  JSON.parse(
    tablesList(new Map([["two-rates", path]]), new Map([["two-rates", {title: "Two rates"}]]), {
      built
    })
  );

it("has the columns of a table with the types that the engine gives them", async () => {
  const engine = await startDuckDb();
  engine.open({});
  const connection = engine.connect();
  const [{name, rows, columns, title}] = list(true);
  connection.insertArrowFromIPCStream(bytes, {name, create: true});
  const described = [...connection.query(`DESCRIBE ${name}`)].map(row => [
    row?.["column_name"],
    row?.["column_type"]
  ]);
  expect(columns).toEqual(described);
  expect(columns).toHaveLength(4);
  expect({rows, title}).toEqual({rows: 2, title: "Two rates"});
});

it("names files as a build does, or as a preview does", () => {
  expect(list(true)[0].file).toMatch(/^data\/two-rates\.[0-9a-f]{8}\.arrow$/);
  expect(list(false)[0].file).toBe("data/two-rates.arrow");
});

it("gives tables names that need no quotation marks", () =>
  expect(tableName("one-dimension-white")).toBe("one_dimension_white"));
