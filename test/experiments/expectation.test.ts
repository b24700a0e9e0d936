import {describe, expect, it} from "vitest";
import {integer, number, table} from "../../lib/experiments/columns.js";
import {expectedColumns, expectedName} from "../../lib/experiments/expectation.js";

const columns = table([1, 4], {
  b: integer(b => b),
  variance: number(b => 1.1 / b),
  standardError: number(() => 0.1)
});
const expected = (names: {of?: string; error?: string} = {}) => ({
  name: "x",
  expected: (scale: number) => ({
    [names.of ?? "variance"]: {
      standardError: names.error ?? "standardError",
      replicates: 100,
      value: (row: Readonly<Record<string, number>>) => scale / row["b"]
    }
  })
});

describe("expectedColumns", () => {
  it("evaluates what is declared in every row, under the name of the measured column", () => {
    expect(expectedName("variance")).toBe("expectedVariance");
    expect(expectedColumns(expected(), columns, 0.5)).toStrictEqual({
      expectedVariance: Float64Array.of(0.5, 0.125)
    });
    expect(expectedColumns({name: "x"}, columns, 1)).toStrictEqual({});
  });

  it("names a column that is not there, that is no measurement, or whose place is taken", () => {
    const message = "x: what is expected must name columns of float64; got";
    expect(() => expectedColumns(expected({of: "mean"}), columns, 1)).toThrow(`${message} mean`);
    expect(() => expectedColumns(expected({of: "b"}), columns, 1)).toThrow(`${message} b`);
    expect(() => expectedColumns(expected({error: "se"}), columns, 1)).toThrow(`${message} se`);
    const taken = {...columns, expectedVariance: columns.variance};
    expect(() => expectedColumns(expected(), taken, 1)).toThrow(
      "x: there is a column expectedVariance already"
    );
  });
});
