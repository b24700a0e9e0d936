import {identity, inverse, norm, scale, subtract} from "../brute/arrays.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {tenDimensional} from "../cases/fisher.js";

const {curvatures: h, anisotropic} = tenDimensional;

/** Ranks of vᵀVv, V = ∫ e^{−(η₀H − ½)s} G e^{−(η₀H − ½)s} ds; v by inverse iteration near 5·10^{−k/9}. */
export function shareRanks({first}: {readonly first: number}) {
  const pull = h.map((x, i) => h.map((_, j) => (i === j ? 1.2 * x - 0.5 : 0)));
  const V = lyapunovIntegral(pull, anisotropic);
  const shares = h.map((_, k) => {
    const near = 5 * 10 ** (-k / 9) + 1e-3;
    const resolvent = inverse(subtract(anisotropic, scale(identity(h.length), near)));
    let v = h.map((__, i) => 1 + i / 7);
    for (let step = 0; step < 40; step++) {
      const image = resolvent.map(row => row.reduce((sum, x, i) => sum + x * v[i], 0));
      const size = norm([image]);
      v = image.map(x => x / size);
    }
    return v.reduce((sum, x, i) => sum + v.reduce((s, y, j) => s + x * y * V[i][j], 0), 0);
  });
  return shares.map(x => 1 + shares.filter(y => y > x).length).slice(0, first);
}
