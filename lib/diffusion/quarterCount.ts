import {cellCentres} from "./axis.js";
import {valleyAxis} from "./valley.js";
import type {ValleyFlow} from "./valleyFlow.js";

/**
 * χ² of particles against the density, counted in four quarters: left and right of the density's mean,
 * above and below it; cells that the border cuts count by shares. Three degrees of freedom.
 */
export function quarterCount({
  density,
  particles
}: Pick<ValleyFlow, "density" | "particles">): number {
  const centres = cellCentres(valleyAxis);
  const n = centres.length;
  const total = density.reduce((a, b) => a + b);
  const mean = [0, 0];
  density.forEach((p, c) => {
    mean[0] += (p * centres[c % n]) / total;
    mean[1] += (p * centres[(c - (c % n)) / n]) / total;
  });
  const width = (valleyAxis.high - valleyAxis.low) / n;
  // The share of a cell beyond the mean.
  const beyond = (x: number, m: number) => Math.min(1, Math.max(0, (x + width / 2 - m) / width));
  const expected = [0, 0, 0, 0];
  density.forEach((p, c) => {
    const right = beyond(centres[c % n], mean[0]);
    const above = beyond(centres[(c - (c % n)) / n], mean[1]);
    expected[0] += p * (1 - right) * (1 - above);
    expected[1] += p * right * (1 - above);
    expected[2] += p * (1 - right) * above;
    expected[3] += p * right * above;
  });
  const counts = [0, 0, 0, 0];
  for (const [x, y] of particles) counts[Number(x > mean[0]) + 2 * Number(y > mean[1])]++;
  return expected.reduce((sum, e, k) => {
    const want = (e / total) * particles.length;
    return sum + (counts[k] - want) ** 2 / want;
  }, 0);
}
