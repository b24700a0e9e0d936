import {Matrix} from "ml-matrix";
import {geomspace} from "../elementary/geomspace.js";
import {qr} from "../random/numpy/qr.js";
import {default_rng, type Generator} from "../random/numpy.js";

/**
 * The random noise matrix G⋆ (10×10, SPD, eigenvalues geometrically spaced from 0.5 to 5) of the Fisher
 * paper's Experiments 4 and 5, recovered from its seed: G⋆ = Q diag(½ … 5) Qᵀ, with Q the orthogonal
 * factor of a 10×10 matrix of standard normals, the first hundred that NumPy draws from seed 7.
 *
 * The paper prints the seed (Appendix C) and not the matrix; the recipe is confirmed by the ten entries of
 * Table 4, which the same generator reproduces when it goes on (see `fisherPlateau`). To rounding
 * NumPy's own matrix; the same bits on every engine. G⋆ is the covariance of one sample's gradient
 * noise: a batch of b has G⋆/b.
 *
 * @param generator where the normals come from; it is left behind the hundredth
 * @example fisherNoiseMatrix().trace() // 20.43…
 */
export function fisherNoiseMatrix(generator: Generator = default_rng(7)): Matrix {
  const normals = generator.standard_normal([10, 10]);
  const rows = Array.from({length: 10}, (_, i) =>
    Array.from(normals.subarray(10 * i, 10 * i + 10))
  );
  const {Q} = qr(rows);
  const eigenvalues = geomspace(0.5, 5, 10);
  const G = Matrix.zeros(10, 10);
  for (let i = 0; i < 10; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < 10; k++) sum += Q.get(i, k) * eigenvalues[k]! * Q.get(j, k);
      G.set(i, j, sum);
      G.set(j, i, sum);
    }
  return G;
}
