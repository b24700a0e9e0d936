import {uniforms} from "../../../lib/random/uniforms.js";
import type {Named} from "../named.js";
import {coordinateCount, type Family, type Place} from "./family.js";

/** Where a climb got, and the value there. */
export interface Summit {
  readonly place: Place;
  readonly value: number;
}

/**
 * Climbs from random places of a family towards the least value of `height`, one start after another:
 * a step moves one coordinate or all, by less and less, and is kept if it lowers the value.
 *
 * @param name addresses the random numbers, with the seed
 */
export async function descend<Case extends Named>(
  family: Family<Case>,
  height: (place: Place) => Promise<number>,
  {starts, steps, seed, name}: {starts: number; steps: number; seed: number; name: string}
): Promise<Summit | null> {
  let best: Summit | null = null;
  for (let start = 0; start < starts; start++) {
    const {next} = uniforms({seed, experiment: "search", cell: name, replicate: start});
    const summit = await from(family, height, steps, next);
    if (!best || summit.value < best.value) best = summit;
  }
  return best;
}

async function from<Case extends Named>(
  family: Family<Case>,
  height: (place: Place) => Promise<number>,
  steps: number,
  next: () => number
): Promise<Summit> {
  const [low, high] = family.dimensions;
  const dimension = low + Math.floor(next() * (high - low + 1));
  const count = coordinateCount(family, dimension);
  let place: Place = {dimension, coordinates: Array.from({length: count}, next)};
  let value = await height(place);
  for (let step = 0; step < steps; step++) {
    const reach = 0.5 * (1 - step / steps) ** 2 + 1e-3;
    const only = next() < 0.5 ? Math.floor(next() * count) : -1;
    const coordinates = place.coordinates.map((x, i) => {
      const move = reach * (2 * next() - 1);
      return only < 0 || only === i ? Math.min(1, Math.max(0, x + move)) : x;
    });
    const there = {dimension, coordinates};
    const other = await height(there);
    if (other < value) [place, value] = [there, other];
  }
  return {place, value};
}
