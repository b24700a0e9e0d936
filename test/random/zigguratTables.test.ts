import {describe, expect, test} from "vitest";
import {zigguratTables} from "../../lib/random/numpy/zigguratTables.js";

const layers = 256;
const edge = 3.6541528853610088;
const area = 4.92867323399e-3;
const density = (x: number) => Math.exp((-x * x) / 2);

/** Right edges of the layers, from the tail (index 255) upwards, by equal areas (Marsaglia and Tsang). */
function edges(): number[] {
  const x = new Array<number>(layers);
  x[layers - 1] = edge;
  for (let i = layers - 2; i >= 1; i--)
    x[i] = Math.sqrt(-2 * Math.log(area / x[i + 1] + density(x[i + 1])));
  return x;
}

describe("NumPy's ziggurat tables", () => {
  const view = new DataView(zigguratTables.buffer);
  const k = (i: number) => Number(view.getBigUint64(8 * i, true));
  const w = (i: number) => view.getFloat64(8 * (layers + i), true);
  const f = (i: number) => view.getFloat64(8 * (2 * layers + i), true);
  const x = edges();

  test("widths and heights are those of layers of equal area", () => {
    for (let i = 1; i < layers; i++) {
      expect(Math.abs((w(i) * 2 ** 52) / x[i] - 1)).toBeLessThan(1e-9);
      expect(Math.abs(f(i) / density(x[i]) - 1)).toBeLessThan(1e-9);
    }
    expect(f(0)).toBe(1);
    expect(w(0) * 2 ** 52).toBeCloseTo(area / density(edge), 10);
  });

  test("the integers are the ratios of neighbouring widths", () => {
    expect(k(1)).toBe(0);
    expect(k(0) / 2 ** 52).toBeCloseTo((edge * density(edge)) / area, 10);
    for (let i = 2; i < layers; i++)
      expect(Math.abs(k(i) / 2 ** 52 - w(i - 1) / w(i))).toBeLessThan(1e-12);
  });
});
