import {
  add,
  identity,
  inverse,
  multiply,
  norm,
  product,
  scale,
  smallestEigenvalue,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {type Change, changes, turnedMetrics} from "../cases/metric.js";
import {pairs, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";

/** The largest µ with (FH + HF)/2 − µF ⪰ 0, for F and for F⁻¹. */
export const largestMus = (): Numbers => {
  const {stiff, ratio, degrees} = turnedMetrics;
  const h = [
    [1, 0],
    [0, stiff]
  ];
  return Object.fromEntries(
    degrees.map(angle => {
      const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const turn = [
        [c, -s],
        [s, c]
      ];
      const f = product(
        turn,
        [
          [ratio, 0],
          [0, 1]
        ],
        transpose(turn)
      );
      return [
        `${angle}°`,
        [f, inverse(f)].map(metric => {
          const both = multiply(metric, h);
          return smallestEigenvalue(scale(add(both, transpose(both)), 0.5), metric);
        })
      ];
    })
  );
};

const largest = (f: Rows) => {
  const bound = trace(f);
  return bound - smallestEigenvalue(subtract(scale(identity(f.length), bound), f));
};

/** ‖A‖²_Fro/‖A‖² of A = F and of F's Cholesky factor. */
export const squaredNorms = (): Numbers =>
  perCase(pairs.slice(1), ({noise}) =>
    [noise, cholesky(noise)].map(a => norm(a) ** 2 / largest(multiply(transpose(a), a)))
  );

function cholesky(f: Rows): number[][] {
  const l = scale(f, 0);
  for (let i = 0; i < f.length; i++)
    for (let j = 0; j <= i; j++) {
      let x = f[i][j];
      for (let k = 0; k < j; k++) x -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(x) : x / l[j][j];
    }
  return l;
}

const after = (change: Change): Numbers =>
  perCase([change], ({metric, map}) => {
    const moved = product(transpose(map), metric, map);
    const top = largest(moved);
    return [top / smallestEigenvalue(moved), trace(moved) / top];
  });

export const turnedParameters = () => after(changes[0]);
export const stretchedParameters = () => after(changes[1]);

/** One parameter doubled in the place of both. */
export const halfDoubled = () =>
  after({
    ...changes[0],
    map: [
      [2, 0],
      [0, 1]
    ]
  });
