import {Matrix, MatrixTransposeView} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {
  discreteLyapunov,
  effectiveDimension,
  finitePopulationCovariance,
  gradientCovariance,
  preconditionedCovariance,
  sgdCovariance,
  symmetrise
} from "../lib/index.js";

const one = [[1]];
const gradients = [[1], [2], [4]];
const run = {hessian: one, noise: one, learningRate: 0.5};
const any = (value: unknown) => value as never;

it("a view of a matrix counts as its entries", () => {
  const view = new MatrixTransposeView(new Matrix([[1, 2, 4]])) as unknown as Matrix;
  expect(gradientCovariance(view).to2DArray()).toEqual(gradientCovariance(gradients).to2DArray());
});

describe("what is no matrix is named for what it is", () => {
  it.each<[string, unknown, RegExp]>([
    ["a string as entry", [["1"]], /finite numbers as entries; got "1" \(a string\) at \(0, 0\)$/],
    ["a bigint as entry", [[1n]], /got 1 \(a bigint\) at \(0, 0\)$/],
    ["a hole", [Object.assign(new Array(3), {0: 1, 2: 3})], /got undefined at \(0, 1\)$/],
    ["a list of bigints", [new BigInt64Array([1n])], /got 1 \(a bigint\) at \(0, 0\)$/],
    ["a flat Float64Array", new Float64Array(4), /got a Float64Array of length 4$/],
    ["a long flat one", new Float64Array(1e6), /got a Float64Array of length 1000000$/],
    ["a long list", new Array(100).fill(0), /got an Array of length 100$/],
    ["strings as rows", ["12", "34"], /got \["12" \(a string\), "34" \(a string\)\]$/],
    ["nothing", undefined, /got undefined$/],
    ["a function", () => 1, /got a function$/],
    ["a map", new Map(), /got a Map$/],
    ["ragged rows", [[1, 2], [3]], /row 0 has 2 entries, row 1 has 1$/],
    ["a row that is none", [[1], null], /row 0 has 1 entries, row 1 is null$/],
    ["no rows", [], /got \[\]$/]
  ])("%s", (_, value, message) => {
    expect(() => gradientCovariance(any(value))).toThrow(message);
    expect(() => gradientCovariance(any(value))).toThrow(RangeError);
  });

  it("rows may be typed arrays, of either width and mixed", () => {
    const rows = [new Float64Array([1, 0]), new Float32Array([0, 2]), [3, 1]];
    expect(gradientCovariance(rows).to2DArray()).toEqual(
      gradientCovariance([
        [1, 0],
        [0, 2],
        [3, 1]
      ]).to2DArray()
    );
    expect(gradientCovariance([new Float32Array([1]), new Float32Array([3])]).get(0, 0)).toBe(2);
  });
});

describe("options", () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      "no argument",
      () => sgdCovariance(any(undefined)),
      /^sgdCovariance must be given an object with hessian, learningRate, noise, .*; got undefined$/
    ],
    ["a list", () => sgdCovariance(any([])), /got \[\]$/],
    ["null", () => finitePopulationCovariance(gradients, 2, any(null)), /got null$/],
    [
      "a string where true or false is wanted",
      () => finitePopulationCovariance(gradients, 2, any({replacement: "false"})),
      /^replacement must be true or false; got "false" \(a string\)$/
    ],
    [
      "a longer name",
      () => finitePopulationCovariance(gradients, 2, any({withReplacement: true})),
      /got withReplacement: did you mean replacement\?$/
    ],
    [
      "one of another function",
      () => sgdCovariance(any({...run, momentum: 0.9})),
      /must be given hessian, learningRate, noise, .* only; got momentum$/
    ],
    [
      "a slip",
      () => sgdCovariance(any({...run, learningrate: 1})),
      /got learningrate: did you mean learningRate\?$/
    ],
    [
      "a missing one",
      () => sgdCovariance(any({noise: one, learningRate: 1})),
      /^hessian must be .*; got undefined$/
    ],
    [
      "a number as text",
      () => sgdCovariance({...run, learningRate: any("0.5")}),
      /got "0\.5" \(a string\)$/
    ],
    ["a bigint", () => sgdCovariance({...run, learningRate: any(1n)}), /got 1 \(a bigint\)$/]
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
    expect(call).toThrow(RangeError);
  });

  it("may be undefined, known or not", () => {
    expect(sgdCovariance(any({...run, momentum: undefined})).get(0, 0)).toBeCloseTo(1 / 3, 15);
    expect(finitePopulationCovariance(gradients, 2, {replacement: undefined}).rows).toBe(1);
  });
});

describe("a Hessian from float32", () => {
  const rough = [
    [1, 0.3],
    [0.3 * (1 + 1e-7), 2]
  ];

  it("is refused with what to do, and done that, is taken", () => {
    expect(() => sgdCovariance({...run, hessian: rough, noise: rough})).toThrow(
      /they differ by 1\.3e-8 of its norm; if that is rounding, hand over symmetrise\(hessian, \{tolerance: 1e-7\}\)$/
    );
    const hessian = symmetrise(rough);
    expect(hessian.get(0, 1)).toBe(hessian.get(1, 0));
    expect(sgdCovariance({...run, hessian, noise: hessian}).rows).toBe(2);
  });

  it("is not averaged beyond its tolerance", () => {
    expect(() => symmetrise(rough, {tolerance: 1e-9})).toThrow(/^S must be symmetric/);
    expect(() =>
      symmetrise([
        [1, 2],
        [0, 1]
      ])
    ).toThrow(/got 2 at \(0, 1\) and 0 at \(1, 0\)$/);
    expect(() => symmetrise(rough, {tolerance: 2})).toThrow(/tolerance must lie in \[0, 1\]/);
    expect(
      symmetrise([
        [1.7e308, 1.7e308],
        [1.7e308, 1]
      ]).get(0, 1)
    ).toBe(1.7e308);
  });
});

describe("errors name the argument that is meant", () => {
  it("of effectiveDimension", () => {
    expect(() =>
      effectiveDimension([
        [1, 2],
        [0, 1]
      ])
    ).toThrow(/^F must be symmetric/);
    expect(
      effectiveDimension([
        [1e308, 0],
        [0, 1e308]
      ])
    ).toBe(2);
  });

  it("of preconditionedCovariance: the one that is ill conditioned, or their product", () => {
    const identity = Matrix.eye(2);
    const flat = [
      [1, 0],
      [0, 1e-17]
    ];
    const rest = {noise: identity};
    expect(() =>
      preconditionedCovariance({...rest, hessian: identity, preconditioner: flat})
    ).toThrow(/^preconditioner must be positive definite/);
    expect(() =>
      preconditionedCovariance({...rest, hessian: flat, preconditioner: identity})
    ).toThrow(/^hessian must be positive definite/);
    const half = [
      [1, 0],
      [0, 1e-10]
    ];
    expect(() => preconditionedCovariance({...rest, hessian: half, preconditioner: half})).toThrow(
      /^preconditioner·hessian must have positive eigenvalues/
    );
  });

  it("of discreteLyapunov, whose argument is symmetric up to 1.7e308", () => {
    expect(() =>
      discreteLyapunov(
        [[0.5]],
        [
          [1.7e308, 1.7e308],
          [1.7e308, 1]
        ]
      )
    ).toThrow(/^Q must be 1×1/);
  });
});
