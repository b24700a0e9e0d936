import {readFileSync} from "node:fs";

const url = new URL(
  "../../node_modules/@observablehq/sample-datasets/penguins.csv",
  import.meta.url
);

/** The complete rows of the Palmer penguins: four measurements, sex (male = 1), species. */
export function penguins(): {measurements: number[][]; male: number[]; species: string[]} {
  const records = readFileSync(url, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(","))
    .filter(
      r => r.slice(2, 6).every(v => v !== "" && Number.isFinite(+v)) && /^(FE)?MALE$/.test(r[6])
    );
  return {
    measurements: records.map(r => r.slice(2, 6).map(Number)),
    male: records.map(r => (r[6] === "MALE" ? 1 : 0)),
    species: records.map(r => r[0])
  };
}
