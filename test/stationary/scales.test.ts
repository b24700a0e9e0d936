import {expect, test} from "vitest";
import {
  adamVariance,
  averagedIterate,
  dampedNewtonCovariance,
  excessLoss,
  iterateCovariance,
  laggedCovariance,
  momentumCovariance,
  ouCovariance,
  preconditionedCovariance,
  qhmCovariance,
  regressionSandwich,
  sgdCovariance,
  stabilityLimit,
  transientCovariance
} from "../../lib/index.js";
import reference from "./fixtures/scales.json" with {type: "json"};

/** |got − want| ≤ c·ε·|want| */
function close(got: number, want: number, c: number): void {
  expect(Math.abs(got / want - 1), `${got} for ${want}`).toBeLessThanOrEqual(c * Number.EPSILON);
}

test.each(reference.runs)(
  "units of $curvature and $noise take no digits, though products on the way would leave float64: c = 64",
  ({curvature, noise: c, learningRate, ...want}) => {
    const run = {hessian: [[curvature]], noise: [[c]], learningRate};
    const heavy = {...run, momentum: 0.9};
    close(sgdCovariance(run).get(0, 0), want.sgd, 64);
    close(momentumCovariance(heavy).get(0, 0), want.heavyBall, 64);
    close(qhmCovariance({...heavy, nu: 0.7}).get(0, 0), want.qhm, 64);
    close(ouCovariance(run).get(0, 0), want.ou, 64);
    close(excessLoss(heavy), want.loss, 64);
    const rate = learningRate * curvature;
    close(dampedNewtonCovariance({...run, learningRate: rate}).get(0, 0), want.newton, 1e3);
    const {hessian, noise} = run;
    const preconditioner = [[learningRate]];
    close(preconditionedCovariance({hessian, noise, preconditioner}).get(0, 0), want.sgd, 1e3);
    close(iterateCovariance({...run, steps: [5]})[0].get(0, 0), want.iterate, 64);
    close(averagedIterate({...run, steps: 7, burnIn: 2}).covariance.get(0, 0), want.averaged, 64);
    close(transientCovariance({...heavy, steps: 5})[5].get(0, 0), want.transient, 64);
    // Its condition is that of 1 − ηh, of the order 1/ηh.
    for (const [k, each] of laggedCovariance({...heavy, lags: 2}).entries())
      close(each.get(0, 0), want.lagged[k], 64 + 64 / rate);
  }
);

test.each(reference.adam)("Adam at rate %f, noise ratio %f", (learningRate, noiseRatio, want) => {
  close(adamVariance({learningRate, noiseRatio}), want, 4);
});

test.each(reference.qhmLimit)(
  "the limit of QHM, k = %f, µ = %f, ν = %f",
  (k, momentum, nu, want) => {
    close(stabilityLimit({hessian: [[k]], momentum, nu}), want, 4);
  }
);

test.each(reference.sandwich)("the HC3 sandwich of %o and %o", (x, residuals, want) => {
  const design = (x as number[]).map(value => [value]);
  const options = {design, residuals: residuals as number[], kind: "HC3" as const};
  close(regressionSandwich(options).get(0, 0), want as number, 64);
});
