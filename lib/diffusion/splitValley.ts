import {cellCentres} from "./axis.js";
import {gaussianCloud} from "./gaussianCloud.js";
import {helmholtz, type PlaneField} from "./helmholtz.js";
import {type Valley, valleyAxis, valleyNoise, valleyStart} from "./valley.js";

/** One part of the current over the valley. */
export interface CurrentPart {
  /** At every fourth cell of every fourth row. */
  readonly arrows: readonly {x: number; y: number; jx: number; jy: number; size: number}[];
  /** ∫|part|² over ∫|j|². */
  readonly share: number;
}

export interface SplitValley {
  readonly mean: readonly [number, number];
  readonly covariance: readonly (readonly number[])[];
  readonly curlFree: CurrentPart;
  readonly divergenceFree: CurrentPart;
  /** The largest |j|. */
  readonly largest: number;
}

/**
 * The current of the moving cloud over the valley, exact, split after Helmholtz on 64 × 64 points. Both
 * parts are orthogonal: their shares add up to 1, or are both 0 where rounding is all that flows.
 *
 * @throws RangeError as `gaussianCloud`.
 */
export function splitValley(valley: Valley): SplitValley {
  const {cells} = valleyAxis;
  const centres = cellCentres(valleyAxis);
  const cloud = gaussianCloud(
    {
      hessian: [
        [1, 0],
        [0, valley.flat]
      ],
      diffusion: valleyNoise(valley)
    },
    {start: valleyStart, spread: 0.1, time: valley.time}
  );
  const field = {x: new Float64Array(cells * cells), y: new Float64Array(cells * cells)};
  let [largest, drifting] = [0, 0];
  for (let c = 0; c < cells * cells; c++) {
    const [x, y] = [centres[c % cells], centres[Math.floor(c / cells)]];
    const {density, jx, jy} = cloud.at(x, y);
    field.x[c] = jx;
    field.y[c] = jy;
    largest = Math.max(largest, Math.hypot(jx, jy));
    drifting = Math.max(drifting, density * Math.hypot(x, valley.flat * y));
  }
  const flows = largest > 1e-9 * drifting;
  const {curlFree, divergenceFree} = helmholtz(field);
  const energy = ({x, y}: PlaneField) => x.reduce((sum, v, c) => sum + v * v + y[c] * y[c], 0);
  const total = energy(curlFree) + energy(divergenceFree);
  const part = (f: PlaneField): CurrentPart => ({
    share: flows ? energy(f) / total : 0,
    arrows: Array.from({length: (cells / 4) ** 2}, (_, k) => {
      const [i, j] = [4 * (k % (cells / 4)) + 2, 4 * Math.floor((4 * k) / cells) + 2];
      const c = i + cells * j;
      const [jx, jy] = flows ? [f.x[c], f.y[c]] : [0, 0];
      return {x: centres[i], y: centres[j], jx, jy, size: Math.hypot(jx, jy)};
    })
  });
  return {
    mean: cloud.mean,
    covariance: cloud.covariance.to2DArray(),
    curlFree: part(curlFree),
    divergenceFree: part(divergenceFree),
    largest: flows ? largest : 0
  };
}
