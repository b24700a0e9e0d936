import {transientCovariance} from "../../lib/stationary/transientCovariance.js";
import {drifting} from "../cases/approximation.js";
import {planePairs, schedules} from "../cases/bound.js";
import {sphere} from "../cases/oracle.js";
import {binaryModel} from "../cases/problems.js";
import * as approximationPredicted from "../fisher/approximation.predicted.js";
import * as identifiableMeasured from "../fisher/identifiable.measured.js";
import * as identifiablePredicted from "../fisher/identifiable.predicted.js";
import * as plateauPredicted from "../fisher/plateau.predicted.js";
import * as boundPredicted from "../fisher/stationarityBound.predicted.js";
import * as boundSecond from "../fisher/stationarityBound.second.js";
import * as upperMeasured from "../fisher/upperBound.measured.js";
import * as upperPredicted from "../fisher/upperBound.predicted.js";
import type {ClaimEvidence} from "../ledger/claimEvidence.js";
import {along, lastOf, type Picture} from "./picture.js";

/** Shares of the batch noise along the direction of least and of most information. */
export function directions(): Picture {
  const printed = identifiablePredicted.noiseSharesPrinted(binaryModel);
  const measured = identifiableMeasured.everyBatch(binaryModel);
  const places = (shares: readonly number[]) => shares.map((y, x) => [x, y] as const);
  return {
    x: "direction",
    y: "noise over its mean",
    names: ["flattest", "most informative"],
    printed: places(printed),
    measured: places(measured),
    at: {where: "along the flattest direction", printed: printed[0], measured: measured[0]},
    differs: printed[0] > printed[1] && measured[0] < measured[1]
  };
}

/** The total variance at a fixed time of a run with a fixed batch, against its step. */
export function fixedBatch(): Picture {
  const {hessian, noise, time, batchSize, firstRate} = drifting;
  const steps = [1, 2, 4, 8, 16, 32].map(k => firstRate / k);
  const trace = (rate: number) =>
    transientCovariance({
      hessian,
      noise: noise.map(row => row.map(c => c / batchSize)),
      learningRate: rate,
      steps: Math.round(time / rate)
    })
      .at(-1)!
      .trace();
  const [, covariance] = approximationPredicted.diffusionAtFirstRate(drifting);
  const printed = along(steps, () => covariance.trace());
  const measured = along(steps, trace);
  return {
    x: "step",
    spread: true,
    y: "variance at a fixed time",
    logarithmic: true,
    printed,
    measured,
    at: {
      where: "step 1/128",
      printed: lastOf(printed),
      measured: lastOf(measured)
    },
    differs: measured.slice(1).every(([, y], k) => y < 0.7 * measured[k][1])
  };
}

/** The bound on the least squared gradient norm against the norm itself, as the loss is counted in other units. */
export function units(): Picture {
  const losses = [1e-4, 1e-2, 1, 1e2, 1e4];
  const least = boundSecond.unionMedian();
  const printed = along(losses, loss => boundPredicted.printedBound({loss}));
  const measured = along(losses, () => least);
  return {
    x: "loss multiplied by (powers of ten)",
    y: "least squared gradient",
    logarithmic: true,
    printed: printed.map(([x, y]) => [Math.log10(x), y] as const),
    measured: measured.map(([x, y]) => [Math.log10(x), y] as const),
    exact: losses.map(loss => [Math.log10(loss), boundPredicted.bound({loss})] as const),
    at: {
      where: `loss multiplied by 10⁴, in ${sphere.dimension} directions`,
      printed: lastOf(printed),
      measured: least
    },
    differs: lastOf(printed) < least && losses.every(loss => boundPredicted.bound({loss}) >= least)
  };
}

/** The power of 1/T at which the risk falls under steps η₀/t, against η₀λmin(H). */
export function threshold(): Picture {
  const [, tilted] = planePairs;
  const points = (powers: readonly number[]) => schedules.map((x, k) => [x, -powers[k]] as const);
  const printed = points(upperPredicted.exponentsInMetric(tilted));
  const measured = points(upperMeasured.slopes(tilted));
  const exact = points(upperPredicted.exponents(tilted));
  const k = schedules.indexOf(0.3);
  return {
    x: "first step × least curvature",
    spread: true,
    y: "exponent of 1/T in the risk",
    printed,
    measured,
    exact,
    at: {
      where: "first step × least curvature = 0.3",
      printed: printed[k][1],
      measured: measured[k][1]
    },
    differs:
      measured.every(([, y], i) => Math.abs(y - exact[i][1]) < 0.01) &&
      measured.some(([, y], i) => Math.abs(y - printed[i][1]) > 0.1)
  };
}

/**
 * The ten risks of Table 4. To draw the paper's random numbers again takes minutes, and the ledger has done it:
 * where it finds no deviation, all ten are the printed ones.
 */
export function tableFour(evidence: Readonly<Record<string, ClaimEvidence>>): Picture {
  const outcome = evidence["FG-Tab4/entries"]?.routes[0]?.outcomes[0];
  const printed = plateauPredicted.printedRisks().map((risk, k) => [k + 1, risk / 100] as const);
  const replayed = outcome?.deviation === 0;
  return {
    x: "entry of the table",
    y: "risk × 10⁴",
    printed,
    measured: replayed ? printed : [],
    at: {
      where: "the first entry",
      printed: printed[0][1],
      measured: replayed ? printed[0][1] : Number.NaN
    },
    differs: replayed
  };
}
