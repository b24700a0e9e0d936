import type {BitGenerator} from "./bitGenerator.js";
import {boundedInteger} from "./bounded.js";
import {shuffle} from "./shuffle.js";

/**
 * `count` distinct integers below `population` in random order, as `Generator.choice` without
 * replacement: the tail of a shuffle where more than a fiftieth of a population above 10,000 is
 * wanted, else Floyd's algorithm and a shuffle.
 */
export function sampleWithoutReplacement(
  source: BitGenerator,
  population: number,
  count: number
): number[] {
  const draw = (most: number) => boundedInteger(source, most);
  if (population > 10_000 && count > Math.floor(population / 50)) {
    const all = Array.from({length: population}, (_, i) => i);
    return shuffle(all, Math.max(population - count, 1), draw).slice(population - count);
  }
  const chosen = new Set<number>();
  for (let j = population - count; j < population; j++) {
    const value = draw(j);
    chosen.add(chosen.has(value) ? j : value);
  }
  return shuffle([...chosen], 1, draw);
}
