import {multiply, product, trace, transpose} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {type DiagonalMetric, tenDimensional} from "../cases/fisher.js";

const {
  curvatures: h,
  anisotropic,
  isotropic,
  learningRate,
  batchSize,
  rotation: Q
} = tenDimensional;

type Rows = readonly (readonly number[])[];
const turned = (S: Rows) => product(Q, S, transpose(Q));
const diagonal = (x: readonly number[]) => x.map((v, i) => x.map((_, j) => (i === j ? v : 0)));

/** The ratio with H, F and G turned together, so that none is diagonal. */
export function turnedRatio({metric}: DiagonalMetric) {
  const covariances = [anisotropic, isotropic].map(G =>
    steadyCovariance({
      hessian: turned(diagonal(h)),
      noise: turned(G).map(row => row.map(x => x / batchSize)),
      rate: learningRate
    })
  );
  const F = turned(diagonal(metric));
  const [one, other] = covariances.map(S => trace(multiply(F, S)));
  return one / other;
}
