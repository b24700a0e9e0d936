import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {
  averagedIterate,
  continuousEscapeEfficiency,
  escapeEfficiency,
  identifiableProjection,
  iterateCovariance,
  laggedCovariance,
  NoSolutionError,
  onRange,
  polyakRuppertCovariance,
  robbinsMonroCovariance,
  sandwichCovariance,
  sgdCovariance,
  transientCovariance,
  UnstableError
} from "../lib/index.js";

const one = [[1]];
const run = {hessian: one, noise: one, learningRate: 0.5};
const any = (value: unknown) => value as never;

describe("a Hessian with eigenvalues that are not positive", () => {
  const H = [
    [1, 0, 0],
    [0, -1e-3, 0],
    [0, 0, 0]
  ];
  const C = [
    [2, 1, 0],
    [1, 2, 0],
    [0, 0, 1]
  ];

  it("is refused with the way onto the others, which then answer", () => {
    const call = () => sgdCovariance({hessian: H, noise: C, learningRate: 0.5});
    expect(call).toThrow(
      "hessian must be positive definite; got eigenvalues from -0.001 to 1; identifiableProjection(hessian, {positive: true}) has a basis of the directions in which it is"
    );
    const {basis: U, rank} = identifiableProjection(H, {positive: true});
    const seen = (S: number[][]) => U.transpose().mmul(new Matrix(S)).mmul(U);
    expect(rank).toBe(1);
    const sigma = sgdCovariance({hessian: seen(H), noise: seen(C), learningRate: 0.5});
    expect(sigma.get(0, 0)).toBeCloseTo(2 / 3, 14);
    expect(identifiableProjection(H).rank).toBe(2);
  });

  it.each<[string, () => unknown, new (...of: never[]) => Error]>([
    [
      "sandwichCovariance",
      () =>
        sandwichCovariance(
          [
            [1, 0],
            [0, -1e-3]
          ],
          Matrix.eye(2)
        ),
      UnstableError
    ],
    [
      "polyakRuppertCovariance",
      () => polyakRuppertCovariance({hessian: [[-1]], noise: one}),
      UnstableError
    ],
    [
      "sandwichCovariance of a singular one",
      () =>
        sandwichCovariance(
          [
            [1, 1],
            [1, 1]
          ],
          Matrix.eye(2)
        ),
      NoSolutionError
    ]
  ])("is refused by %s too", (_, call, error) => {
    expect(call).toThrow(error);
  });
});

describe("noise that is no covariance", () => {
  it.each<[string, () => unknown]>([
    ["sgdCovariance", () => sgdCovariance({...run, noise: [[-1]]})],
    ["sandwichCovariance", () => sandwichCovariance(one, [[-1]])],
    ["polyakRuppertCovariance", () => polyakRuppertCovariance({hessian: one, noise: [[-1]]})],
    [
      "robbinsMonroCovariance",
      () => robbinsMonroCovariance({hessian: one, noise: [[-1]], eta0: 1})
    ],
    ["escapeEfficiency", () => escapeEfficiency({...run, noise: [[-1]], steps: 3})],
    [
      "continuousEscapeEfficiency",
      () => continuousEscapeEfficiency({...run, noise: [[-1]], steps: 3})
    ],
    ["iterateCovariance", () => iterateCovariance({...run, noise: [[-1]], steps: [1]})],
    ["averagedIterate", () => averagedIterate({...run, noise: [[-1]], steps: 3})],
    ["transientCovariance", () => transientCovariance({...run, noise: [[-1]], steps: 1})],
    ["laggedCovariance", () => laggedCovariance({...run, noise: [[-1]], lags: 1})],
    [
      "onRange, in a direction that it leaves out",
      () =>
        onRange(sgdCovariance, {
          ...run,
          hessian: new Matrix([
            [1, 0],
            [0, 0]
          ]),
          noise: [
            [1, 0],
            [0, -1]
          ]
        })
    ]
  ])("is refused by %s", (_, call) => {
    expect(call).toThrow(/^(noise|G) must be positive semidefinite; got an eigenvalue of -1$/);
  });

  it("is refused as the covariance of the start too, and nothing else stands for it", () => {
    const from = (start: unknown) => () =>
      transientCovariance({...run, steps: 1, start: any(start)});
    expect(from([[-1]])).toThrow("start must be positive semidefinite; got an eigenvalue of -1");
    for (const start of [null, 0, ""]) expect(from(start)).toThrow("start must be a non-empty");
    const huge = [[-Number.MAX_VALUE]];
    expect(from(huge)).toThrow(`got an eigenvalue of ${-Number.MAX_VALUE}`);
  });

  it("Turing.jl#263: rounding gives no negative variance of noise that spares a parameter", () => {
    const spared = [
      [0, 0, 0],
      [0, 1, -1],
      [0, -1, 1]
    ];
    for (let k = 0; k < 50; k++) {
      const [a, b] = [6 + 2 * (k / 7), 1 + k / 11];
      const hessian = [
        [a, b, b],
        [b, a, b],
        [b, b, a]
      ];
      const given = {hessian, noise: spared, learningRate: 0.6 / a};
      const found = [
        ...iterateCovariance({...given, steps: [1, 2, 10]}),
        averagedIterate({...given, steps: 9}).covariance,
        ...transientCovariance({...given, steps: 3}),
        onRange(sgdCovariance, {...given, hessian: new Matrix(hessian)})
      ];
      for (const covariance of found)
        for (const variance of covariance.diag()) expect(variance).toBeGreaterThanOrEqual(0);
    }
  });
});
