import type {CoarseCase, WalkCase} from "../cases/escape.js";

/** 𝒟 of the recursion (5) with C = k/S, per update. */
const diffusion =
  (f: (rate: number, noise: number) => number) =>
  ({rate, well, batch}: CoarseCase) =>
    f(rate, well / batch);

export const diffusionPerUpdate = diffusion((rate, c) => (rate * rate * c) / 2);

export const diffusionPrinted = diffusion((_, c) => c / 2);

export const diffusionOfFlow = diffusion((rate, c) => (rate * c) / 2);

/** The walk that starts anew where it began: stationary p with flux J out of the last site. */
function stationaryWalk({sites, up, down}: WalkCase) {
  let flux = Array.from({length: sites}, () => 1 / sites);
  for (let t = 0; t < 20000; t++) {
    const next = flux.map((p, i) => p * (1 - up - (i > 0 ? down : 0)));
    for (let i = 0; i < sites; i++) {
      next[(i + 1) % sites] += up * flux[i];
      if (i > 0) next[i - 1] += down * flux[i];
    }
    flux = next;
  }
  return {current: up * flux[sites - 1], inside: flux.reduce((a, b) => a + b, 0)};
}

export const currentOverInside = (walk: WalkCase) =>
  stationaryWalk(walk).current / stationaryWalk(walk).inside;

export const insideOverCurrent = (walk: WalkCase) =>
  stationaryWalk(walk).inside / stationaryWalk(walk).current;

export const siteOverInside = (walk: WalkCase) => stationaryWalk(walk).current / walk.up;
