import {expect, it} from "vitest";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";
import {symmetricVelocity} from "../../lib/diffusion/symmetricVelocity.js";
import {turningRate} from "../../lib/diffusion/turningRate.js";
import {currentFieldExperiment} from "../../lib/experiments/diffusion/currentFieldExperiment.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";

const hessian = [
  [1, 0],
  [0, 0.3]
];

it("is the velocity of the current as the learning rate vanishes, to first order", () => {
  const noise = rotatedCovariance([1.6, 0.4], 30);
  const off = (learningRate: number) =>
    symmetricVelocity({hessian, noise, learningRate})
      .sub(linearCurrent({pull: hessian, diffusion: noise.clone().mul(learningRate)}).velocity)
      .norm();
  expect(off(0.1) / off(0.05)).toBeGreaterThan(1.9);
  expect(off(0.1) / off(0.05)).toBeLessThan(2.2);
});

it("is what runs show by place", async () => {
  const experiment = currentFieldExperiment({
    name: "test",
    title: "",
    source: "",
    seed: 3,
    replicates: 100,
    settings: {
      curvatures: [1, 0.3],
      noiseVariances: [1.6, 0.4],
      angle: 45,
      learningRate: 0.1,
      steps: 3000,
      burnIn: 200,
      reach: 0.45,
      cells: 3
    }
  });
  const jobs = experiment.jobs(1);
  const table = experiment.table(await Promise.all(jobs.map(job => experiment.run(job))), 1);
  const noise = rotatedCovariance([1.6, 0.4], 45);
  const V = symmetricVelocity({hessian, noise, learningRate: 0.1});
  const column = (name: string) => table[name] as Float64Array;
  let squares = 0;
  for (let c = 0; c < 9; c++) {
    const [x, y] = [column("meanX")[c], column("meanY")[c]];
    for (const [k, name] of [
      [0, "vx"],
      [1, "vy"]
    ] as const) {
      const z = (column(name)[c] - V.get(k, 0) * x - V.get(k, 1) * y) / column(`${name}Error`)[c];
      expect(Math.abs(z)).toBeLessThan(4);
      squares += z * z;
    }
  }
  // χ² of 18: 99.9 % lie below 42.
  expect(squares).toBeLessThan(42);
  expect(column("share").reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

it("turns no faster than √(h₁h₂), and as fast as its eigenvalues say", () => {
  for (const correlation of [0.1, 0.7, 0.9999]) {
    const diffusion = [
      [1, 2 * correlation],
      [2 * correlation, 4]
    ];
    const {rate, bound} = turningRate({curvatures: [1, 0.3], diffusion});
    const {velocity} = linearCurrent({pull: hessian, diffusion});
    const determinant =
      velocity.get(0, 0) * velocity.get(1, 1) - velocity.get(0, 1) * velocity.get(1, 0);
    expect(Math.abs(rate ** 2 - determinant)).toBeLessThan(1e-9);
    expect(rate).toBeLessThan(bound);
    if (correlation > 0.999) expect(rate).toBeGreaterThan(0.99 * bound);
  }
});

it("goes round more than once in the time 1/h₂ only where h₁/h₂ is above 4π²", () => {
  const diffusion = [
    [1, 0.9999],
    [0.9999, 1]
  ];
  const turns = (ratio: number) =>
    turningRate({curvatures: [1, 1 / ratio], diffusion}).rate / (2 * Math.PI * (1 / ratio));
  expect(turns(0.9 * 4 * Math.PI ** 2)).toBeLessThan(1);
  expect(turns(1.1 * 4 * Math.PI ** 2)).toBeGreaterThan(1);
});
