import {describe, expect, test} from "vitest";
import {
  covarianceLines,
  errorLines,
  measuredErrors,
  optimiserSpec
} from "../../src/figures/finite-rate/approximationTables.js";
import {framesOf} from "./live.js";

const problem = {curvatures: [1, 0.3], noise: [1, 0.5]};
const asked = {rate: 0.8, mu: 0.6, nu: 0.7, tilt: 0};

describe("Table 1", () => {
  const errors = errorLines(asked, problem, []);
  const covariances = covarianceLines(asked, problem);

  test.each(errors.map(({name}, k) => ({name, k})))(
    "$name: the error is half the trace of curvature times covariance",
    ({name, k}) => {
      expect(covariances[k].name).toBe(name);
      for (const column of ["exact", "printed"] as const) {
        const [first, second] = covariances[k][column];
        expect(errors[k][column]).toBeCloseTo((first + 0.3 * second) / 2, 12);
      }
    }
  );

  test("what is printed is exact, but for the mixture", () => {
    const wrong = errors.filter(({exact, printed}) => Math.abs(printed / exact - 1) > 1e-9);
    expect(wrong.map(({name}) => name)).toEqual(["QHM", "QHM, $f$ and $g$ exchanged"]);
  });

  test("noise that leans moves the natural gradient alone", () => {
    const leaning = errorLines({...asked, tilt: 0.5}, problem, []);
    const moved = leaning.filter(({exact}, k) => Math.abs(exact / errors[k].exact - 1) > 1e-9);
    expect(moved.map(({name}) => name)).toEqual(["natural gradient"]);
    const [{exact, printed}] = moved;
    expect(printed).toBeCloseTo(exact, 12);
  });

  test("runs agree with the exact errors", async () => {
    const spec = optimiserSpec({...asked, tilt: 0.5}, problem);
    const [cells] = await framesOf(spec, [spec.cells[0].steps]);
    const lines = errorLines({...asked, tilt: 0.5}, problem, measuredErrors(cells, problem));
    const ran = lines.flatMap(({measured, exact}) => (measured ? [{measured, exact}] : []));
    expect(ran).toHaveLength(5);
    for (const {measured, exact} of ran)
      expect(Math.abs(measured.mean - exact) / measured.standardError).toBeLessThan(4);
  });
});
