import type {CoarseCase, WalkCase} from "../cases/escape.js";

/** 𝒟 = ½C of the well, C the covariance of λη, and P across a step of the noise, by −𝒟∇P: continuous. */
export const uniform = ({rate, well, batch}: CoarseCase) => [(rate * rate * well) / batch / 2, 1];

/** With one λ. */
export const uniformOfFlow = ({rate, well, batch}: CoarseCase) => [(rate * well) / batch / 2, 1];

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
