import {describe, expect, it} from "vitest";
import {growingNoiseLaws} from "../../lib/diffusion/growingNoiseLaws.js";
import {lineFokkerPlanck} from "../../lib/diffusion/lineFokkerPlanck.js";
import {stationaryMasses} from "../../lib/diffusion/stationaryMasses.js";

const axis = {low: -3, high: 3, cells: 600};

describe("growingNoiseLaws", () => {
  it.each([
    [0.5, 0],
    [0.5, 1],
    [0.2, 3]
  ])("has the solver's stationary law as its first, τ = %d, a = %d", (temperature, growth) => {
    const {ito, theta} = growingNoiseLaws({temperature, growth, axis});
    const equation = lineFokkerPlanck({
      axis,
      drift: x => -x,
      diffusion: x => temperature * (1 + growth * x * x)
    });
    const masses = stationaryMasses(equation);
    for (let c = 0; c < theta.length; c++)
      expect(Math.abs(masses[c] / equation.cellVolume - ito[c])).toBeLessThan(1e-3 * ito[c]);
  });

  it("is the printed zero current in its second: θp + ½Qp′ = 0, by differences", () => {
    const {printed, theta} = growingNoiseLaws({temperature: 0.5, growth: 1, axis});
    for (let c = 1; c + 1 < theta.length; c++) {
      const slope = (printed[c + 1] - printed[c - 1]) / 0.02;
      const drift = theta[c] * printed[c];
      expect(Math.abs(drift + 0.25 * (1 + theta[c] ** 2) * slope)).toBeLessThan(
        1e-3 * printed[300]
      );
    }
  });

  it("has three equal laws without growth, and a heavier tail in each earlier one with it", () => {
    const flat = growingNoiseLaws({temperature: 0.5, growth: 0, axis});
    expect([...flat.tempered]).toEqual([...flat.ito]);
    expect([...flat.printed]).toEqual([...flat.ito]);
    const {ito, printed, tempered} = growingNoiseLaws({temperature: 0.5, growth: 1, axis});
    expect(printed[599]).toBeGreaterThan(2 * ito[599]);
    expect(ito[599]).toBeGreaterThan(2 * tempered[599]);
  });

  it("says what is wrong with its arguments", () => {
    expect(() => growingNoiseLaws({temperature: 0.5, growth: -1, axis})).toThrow(
      "growth must lie in [0, ∞); got -1"
    );
  });
});
