import type {CoarseCase, WalkCase} from "../cases/escape.js";

/** λkΣ of the diffusion dw = −λkw dt + λ√C dW, its covariance followed in time by Runge and Kutta. */
export const relaxed = ({rate, well, batch}: CoarseCase) => {
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
