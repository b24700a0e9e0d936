import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {tenDimensional} from "../cases/fisher.js";
import {pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const diagonal = (values: readonly number[]) =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));

const metrics: readonly {name: string; matrix: number[][]}[] = [
  ...pairs.slice(1).map(({name, noise}) => ({name, matrix: noise})),
  {name: "F = I, d = 5", matrix: diagonal([1, 1, 1, 1, 1])},
  {name: "one direction dominates", matrix: diagonal([1e6, 1, 1])},
  {name: "experiments 4–6", matrix: diagonal(tenDimensional.curvatures)}
];

/** (19): κ_F and d_eff. */
export const parameters = (): Numbers =>
  Object.fromEntries(
    metrics.map(({name, matrix}) => [
      name,
      [fisherConditionNumber(matrix), effectiveDimension(matrix)]
    ])
  );

/** ‖F‖²_F/‖F‖², the stable rank of F itself. */
export const parametersOfSquares = (): Numbers =>
  Object.fromEntries(
    metrics.map(({name, matrix}) => {
      const product = matrix.map(row =>
        matrix.map(other => row.reduce((s, x, k) => s + x * other[k], 0))
      );
      return [name, [fisherConditionNumber(matrix), effectiveDimension(product)]];
    })
  );

/** κ_H and κ_F of a stiff problem in an isotropic metric. */
export const stiff = (): Numbers => ({"H = diag(1, 10, 100)": [100, 1]});

/** κ_F = κ_H. */
export const stiffAlike = (): Numbers => ({"H = diag(1, 10, 100)": [100, 100]});

/** The same for F = H, which shares its axes with H. */
export const stiffSharing = (): Numbers => ({"experiments 4–6": [100, 1]});
