import {erf} from "../../lib/statistics/erf.js";
import type {BarrierCase, CoarseCase, Top} from "../cases/escape.js";

/** Mass of P = P(a) e^{−λk(2−λk)w²/(2C)} over |w| < √(ΔL/k), C that of (66), over P(a). */
const mass =
  (doubled: number) =>
  ({well, height, rate, batch}: CoarseCase) => {
    const noise = well / batch;
    const stiffness = rate * (2 - rate * well);
    return (
      Math.sqrt((2 * Math.PI * noise) / (well * stiffness)) *
      erf(Math.sqrt((stiffness * height) / (doubled * noise)))
    );
  };

export const massInside = mass(2);

export const massPrinted = mass(1);

export const massQuarter = mass(4);

/** rhs of (69) over −J, up to b. */
const saddle = (share: number) => (c: BarrierCase) => {
  const temperature = (c.rate * c.top) / (2 * c.batch);
  const rest = (c.height * c.well) / (c.well + c.top);
  return (
    (share / temperature) *
    Math.exp(rest / temperature) *
    Math.sqrt((2 * Math.PI * temperature) / c.top)
  );
};

export const saddleToTop = saddle(0.5);

export const saddleWhole = saddle(1);

export const saddleQuarter = saddle(0.25);

/** T_b = λ|k_b|/(2S), printed as 𝒟_b. */
export const temperature = ({rate, top, batch}: CoarseCase) => (rate * top) / (2 * batch);

/** λT_b. */
export const diffusionAtTop = (c: CoarseCase) => c.rate * temperature(c);

export const noiseAlone = ({top, batch}: CoarseCase) => top / (2 * batch);

/** J/P(a) of (70), with the discrete temperature in the well. */
const current = (f: (temperature: number) => number) => (c: BarrierCase) => {
  const {well, top, height, rate, batch} = c;
  const ta = (rate * well) / (batch * (2 - rate * well));
  const tb = (rate * top) / (2 * batch);
  const split = top / (well + top);
  return (
    f(tb) *
    Math.exp(-(split * height) / ta - ((1 - split) * height) / tb) *
    Math.sqrt(top / (2 * Math.PI * tb))
  );
};

export const currentWithDiffusion = current(tb => tb);

export const currentPrinted = current(() => 1);

export const currentRoot = current(Math.sqrt);

/** The chance never to fall back behind b, Φ(x/s). */
const committor =
  (discrete: number) =>
  ({rate, curvature, starts}: Top) => {
    const s = Math.sqrt(1 / (2 + discrete * rate * curvature));
    return starts.map(x => (1 + erf(x / (s * Math.SQRT2))) / 2);
  };

export const committorDiscrete = committor(1);

export const committorContinuous = committor(0);
