import {describe, expect, it} from "vitest";
import {adaptiveMultiplier} from "../../lib/stationary/adaptiveMultiplier.js";
import {noiselessMomentum} from "../../lib/stationary/noiselessMomentum.js";

/** Whether one iterate that bounces at its stability limit returns to that amplitude. */
function returns(mu: number, rho: number) {
  const point = 0.5 / (1 + mu);
  let w = Math.sqrt(point) * 1.001;
  let [buffer, statistic] = [-w / (1 + mu), point];
  let gap = 0;
  for (let t = 0; t < 20_000; t++) {
    statistic += rho * (w * w - statistic);
    buffer = mu * buffer + w;
    w -= buffer / statistic;
    if (t >= 19_900) gap = Math.max(gap, Math.abs(w * w - point));
  }
  return gap < 1e-6;
}

describe("noiselessMomentum", () => {
  it("tells where a bouncing iterate returns to its amplitude", () => {
    const found = new Set<boolean>();
    for (const rho of [0.02, 0.1, 0.3, 0.5, 0.65, 0.7, 0.75, 0.8, 0.82, 0.84, 0.9, 1]) {
      const {least, most} = noiselessMomentum(rho);
      for (let mu = 0; mu < 1; mu += mu < 0.3 ? 0.006 : 0.1) {
        if (Math.min(Math.abs(mu - least), Math.abs(mu - most)) < 0.002 && mu > 0) continue;
        const attracts = mu >= least && mu < most;
        expect([mu, rho, returns(mu, rho)]).toEqual([mu, rho, attracts]);
        found.add(attracts);
      }
    }
    expect(found.size).toBe(2);
  });

  it("is where the multiplier crosses 1, over both ranges", () => {
    for (let rho = 0.01; rho <= 1; rho += 0.03)
      for (let mu = 0.0013; mu < 1; mu += 0.01) {
        const {least, most} = noiselessMomentum(rho);
        const factor = adaptiveMultiplier({
          method: "natural",
          noiseRatio: 0,
          momentum: mu,
          forgetting: rho
        });
        expect([mu, rho, factor < 1]).toEqual([mu, rho, mu > least && mu < most]);
      }
  });

  it("begins at 5 − 2√6 and ends, with nothing between, at 3 − 2√2", () => {
    expect(noiselessMomentum(1e-9).most).toBeCloseTo(5 - 2 * Math.sqrt(6), 8);
    const {least, most} = noiselessMomentum(2 * Math.SQRT2 - 2);
    expect(least).toBeCloseTo(3 - 2 * Math.SQRT2, 14);
    expect(most).toBeCloseTo(3 - 2 * Math.SQRT2, 14);
    expect(() => noiselessMomentum(0)).toThrow(/forgetting must lie in \(0, 1\]; got 0/);
  });
});
