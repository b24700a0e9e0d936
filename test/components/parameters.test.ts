import {describe, expect, expectTypeOf, it} from "vitest";
import type {StationaryVarianceSpec} from "../../lib/experiments/stationary/stationaryVarianceExperiment.js";
import {parametersOf, ranReplicates, ranSteps} from "../../src/components/parameters.js";
import {loadExperiment} from "../../tools/sweeps/load.js";

const loader = "data/batch-scaling.arrow.ts";

describe("parametersOf", async () => {
  const {experiment} = await loadExperiment(loader);
  const sidecar = {loader, spec: JSON.parse(JSON.stringify(experiment.spec)) as object};

  it("has a run's settings and replicates by name, typed as the builder takes them", () => {
    const {hessianEigenvalues, learningRate, replicates} =
      parametersOf<StationaryVarianceSpec>(sidecar);
    expectTypeOf(hessianEigenvalues).toEqualTypeOf<readonly number[]>();
    expect({hessianEigenvalues, learningRate, replicates}).toEqual({
      hessianEigenvalues: experiment.spec["hessianEigenvalues"],
      learningRate: experiment.spec["learningRate"],
      replicates: experiment.spec["replicates"]
    });
  });

  it("refuses a name that the spec has not, and says which it has", () => {
    const other = parametersOf<{settings: {angles: number[]}}>(sidecar);
    expect(() => other.angles).toThrow(
      `${loader}: the spec has no angles; it has ${Object.keys(experiment.spec).join(", ")}`
    );
  });

  it("can be the value of a cell, which is asked whether it is a promise or a generator", async () => {
    expect(await Promise.resolve(parametersOf(sidecar))).toMatchObject(experiment.spec);
  });

  it("says so where the sidecar leaves the spec out", () => {
    expect(() => parametersOf({loader})).toThrow(
      `${loader}: its spec is not in the sidecar, which leaves out what is longer than 4000 characters`
    );
  });
});

describe("ranSteps", () => {
  const of = (scale: number, spec: object) => ranSteps({loader, scale, spec});

  it("keeps the burn-in and shortens what follows", () => {
    expect(of(1, {steps: 1000, burnIn: 500})).toBe(1000);
    expect(of(0.1, {steps: 1000, burnIn: 500})).toBe(550);
    expect(of(0.1, {steps: 1000})).toBe(100);
  });

  it("has the printed number where a scale adds replicates", () => {
    expect(of(100, {steps: 1000})).toBe(1000);
  });
});

describe("ranReplicates", () => {
  const of = (scale: number, least?: number) =>
    ranReplicates({loader, scale, spec: {replicates: 200}}, least);

  it("takes the share of the scale, and more above it", () => {
    expect(of(1)).toBe(200);
    expect(of(0.107)).toBe(21);
    expect(of(3)).toBe(600);
  });

  it("stops at the least that ran", () => {
    expect(of(0.001)).toBe(2);
    expect(of(0.001, 8)).toBe(8);
  });
});
