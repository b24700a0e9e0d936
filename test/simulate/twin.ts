import type {LinearCell} from "../../lib/simulate/spec.js";

/** The linear recursion in scalar float64, step by step as its definition reads: the states visited. */
export function twin(cell: LinearCell, normal: () => number): number[][] {
  const {hessianEigenvalues: h, noiseFactor, learningRate, steps} = cell;
  const d = h.length;
  const b = cell.batchSize ?? 1;
  const p = cell.preconditioner ?? h.map(() => 1);
  const mu = cell.momentum ?? 0;
  const theta = [...(cell.initial ?? h.map(() => 0))];
  const m = h.map(() => 0);
  const path: number[][] = [];
  for (let t = 0; t < steps; t++) {
    const eta =
      typeof learningRate === "number"
        ? learningRate
        : "scale" in learningRate
          ? learningRate.scale / (t + learningRate.offset)
          : learningRate[t];
    const n = noise(noiseFactor, normal);
    for (let i = 0; i < d; i++) {
      if (cell.form === "eulerMaruyama") {
        const dt = cell.timeStep ?? 1;
        theta[i] += -eta * h[i] * theta[i] * dt + Math.sqrt((2 * eta * dt) / b) * n[i];
        continue;
      }
      const g = h[i] * theta[i] + n[i] / Math.sqrt(b);
      if (cell.nu === undefined) {
        m[i] = mu * m[i] + g;
        theta[i] -= eta * p[i] * m[i];
      } else {
        m[i] = mu * m[i] + (1 - mu) * g;
        theta[i] -= eta * p[i] * ((1 - cell.nu) * g + cell.nu * m[i]);
      }
    }
    path.push([...theta]);
  }
  return path;
}

function noise(factor: LinearCell["noiseFactor"], normal: () => number): number[] {
  if ("diagonal" in factor) return factor.diagonal.map(c => c * normal());
  const rows = "lower" in factor ? factor.lower : factor.dense;
  const z = rows[0].map(() => normal());
  return rows.map(row => row.reduce((sum, c, j) => sum + c * z[j], 0));
}
