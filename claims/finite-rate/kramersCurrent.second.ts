import type {CoarseCase, WalkCase} from "../cases/escape.js";

/** λkΣ of the diffusion dw = −λkw dt + λ√C dW, its covariance followed in time by Runge and Kutta. */
const relaxed = ({rate, well, batch}: CoarseCase) => {
  const pull = rate * well;
  const push = (rate * rate * well) / batch;
  const slope = (s: number) => push - 2 * pull * s;
  let sigma = 0;
  const h = 0.05 / pull;
  for (let t = 0; t < 500; t++) {
    const k1 = slope(sigma);
    const k2 = slope(sigma + (h * k1) / 2);
    const k3 = slope(sigma + (h * k2) / 2);
    const k4 = slope(sigma + h * k3);
    sigma += (h * (k1 + 2 * k2 + 2 * k3 + k4)) / 6;
  }
  return pull * sigma;
};

/** P on the two sides for a walk that goes half as far again where there is more noise. */
function ratioOfReaches({well, top}: CoarseCase): number {
  const half = 30;
  const reach = (i: number) => {
    const much = well > top ? i < half : i >= half;
    return well === top || !much ? 2 : 3;
  };
  let law = Array.from({length: 2 * half}, () => 0.5 / half);
  for (let t = 0; t < 6000; t++) {
    const next = law.map(() => 0);
    for (const [i, p] of law.entries()) {
      const m = reach(i);
      for (let k = -m; k <= m; k++) next[(i + k + 2 * half) % (2 * half)] += p / (2 * m + 1);
    }
    law = next;
  }
  return law[half / 2] / law[(3 * half) / 2];
}

/** λk times the variance of that diffusion, and the ratio. */
export const updateAndRatio = (c: CoarseCase) => [relaxed(c), ratioOfReaches(c)];

/** One over the mean number of moves, from the times that each site takes to gain one. */
export const exitRate = ({sites, up, down}: WalkCase) => {
  let gain = 0;
  let mean = 0;
  for (let i = 0; i < sites; i++) {
    gain = i === 0 ? 1 / up : (1 + down * gain) / up;
    mean += gain;
  }
  return 1 / mean;
};
