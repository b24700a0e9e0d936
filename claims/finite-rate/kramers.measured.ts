import {flow} from "../brute/barrierCurrent.js";
import {keptVariance} from "../brute/keptVariance.js";
import {simpson} from "../brute/quadrature.js";
import type {BarrierCase, CoarseCase} from "../cases/escape.js";

/** J over P with both integrals of §E.2.5 by quadrature. */
export const kramersQuadrature = ({well, top, height, rate, batch, split}: CoarseCase) => {
  const sigma = keptVariance(rate, well, well / batch);
  const tb = (rate * top) / (2 * batch);
  const edge = Math.sqrt((2 * height) / well);
  const inside = simpson(w => Math.exp((-w * w) / (2 * sigma)), -edge, edge);
  const reach = 12 * Math.sqrt(tb / top);
  const saddle = simpson(v => Math.exp((-top * v * v) / (2 * tb)) / tb, -reach, reach);
  const climb = (split * height) / (well * sigma) + ((1 - split) * height) / tb;
  return Math.exp(-climb) / saddle / inside;
};

export const outside = (c: BarrierCase) => flow(c, false);

export const itoOnly = (c: BarrierCase) => flow(c, true);
