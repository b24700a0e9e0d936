import {numberIn, positive} from "../check.js";
import {cellCentres} from "./axis.js";
import {evolveMasses} from "./evolveMasses.js";
import {linearCurrent} from "./linearCurrent.js";
import {planeFokkerPlanck} from "./planeFokkerPlanck.js";
import {probabilityCurrent} from "./probabilityCurrent.js";
import {stationaryMasses} from "./stationaryMasses.js";
import {type Valley, valleyAxis, valleyNoise, valleyStart} from "./valley.js";
import {valleyParticles} from "./valleyParticles.js";

export interface ValleyFlow {
  /** At the cells' centres, x fastest. */
  readonly density: Float64Array;
  /** The current at every fourth cell of every fourth row, in probability per time and length. */
  readonly arrows: readonly {x: number; y: number; jx: number; jy: number; size: number}[];
  /** Whether more flows than rounding leaves of what the drift alone would carry. */
  readonly flows: boolean;
  /** The largest stationary current by the closed form, and how far the solver's is from it. */
  readonly largest: number;
  readonly off: number;
  /** Where particles of the same equation are, simulated with no density in between. */
  readonly particles: readonly (readonly [number, number])[];
}

/**
 * Density and current over the valley by the Fokker–Planck equation, dθ = −Hθ dt + Q^½ dW with
 * H = diag(1, flat), in pieces of some ten milliseconds: it yields between them, so that a caller can
 * give up. @see planeFokkerPlanck
 *
 * @throws RangeError unless ratio > 0, flat > 0 and time ≥ 0.
 * @example
 * const work = valleyFlow({angle: 45, ratio: 4, flat: 0.3, time: Infinity});
 * let step = work.next();
 * while (!step.done) step = work.next();
 * step.value.off; // 3e-5
 */
export function* valleyFlow({angle, ratio, flat, time}: Valley): Generator<void, ValleyFlow> {
  positive("ratio", ratio);
  positive("flat", flat);
  if (time !== Infinity) numberIn("time", time, "[0, ∞]", t => t >= 0);
  const noise = valleyNoise({angle, ratio});
  const equation = planeFokkerPlanck({
    axes: [valleyAxis, valleyAxis],
    drift: (x, y) => [-x, -flat * y],
    diffusion: () => [noise.get(0, 0), noise.get(0, 1), noise.get(1, 1)]
  });
  const centres = cellCentres(valleyAxis);
  const n = centres.length;
  yield;
  const steady = stationaryMasses(equation);
  yield;
  const closed = linearCurrent({
    pull: [
      [1, 0],
      [0, flat]
    ],
    diffusion: noise
  });
  const exact = Array.from(steady, (_, c) =>
    closed.current([centres[c % n], centres[(c - (c % n)) / n]])
  );
  const [sx, sy] = probabilityCurrent(equation, steady);
  const largest = Math.max(...exact.map(([x, y]) => Math.hypot(x, y)));
  const off = Math.max(...exact.map(([x, y], c) => Math.hypot(sx[c] - x, sy[c] - y)));
  let masses = steady;
  if (time < Infinity) {
    masses = start(centres);
    const pieces = Math.ceil(time);
    for (let piece = 0; piece < pieces; piece++) {
      yield;
      masses = evolveMasses(equation, masses, time / pieces);
    }
  }
  const [jx, jy] = masses === steady ? [sx, sy] : probabilityCurrent(equation, masses);
  const density = masses.map(m => m / equation.cellVolume);
  const arrows = Array.from({length: (n / 4) ** 2}, (_, k) => {
    const [i, j] = [4 * (k % (n / 4)) + 2, 4 * Math.floor((4 * k) / n) + 2];
    const c = i + n * j;
    return {x: centres[i], y: centres[j], jx: jx[c], jy: jy[c], size: Math.hypot(jx[c], jy[c])};
  });
  const carried = density.reduce(
    (most, p, c) =>
      Math.max(most, p * Math.hypot(centres[c % n], flat * centres[(c - (c % n)) / n])),
    0
  );
  const flows = Math.max(...arrows.map(({size}) => size)) > 1e-9 * carried;
  yield;
  const particles = valleyParticles({angle, ratio, flat, time});
  return {density, arrows, flows, largest, off, particles};
}

function start(centres: Float64Array): Float64Array {
  const n = centres.length;
  const masses = new Float64Array(n * n);
  for (let c = 0; c < n * n; c++)
    masses[c] = Math.exp(
      -5 *
        ((centres[c % n] - valleyStart[0]) ** 2 +
          (centres[(c - (c % n)) / n] - valleyStart[1]) ** 2)
    );
  const total = masses.reduce((a, b) => a + b);
  return masses.map(m => m / total);
}
