import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {integer, optionsOf} from "../check.js";
import {inRange} from "../inRange.js";
import {checkGradient} from "./movingCovariance.js";

/** The leading part of a covariance: Ĝ ≈ V diag(values) Vᵀ. */
export interface LeadingCovariance {
  samples: number;
  mean: number[];
  /** Descending, at most `rank` of them. */
  values: number[];
  /** d×(number of values), orthonormal columns. */
  vectors: Matrix;
  /** Tr Ĝ of the whole covariance, exact: what `values` lack of it lies outside. */
  trace: number;
}

export interface StreamingCovariance {
  add(gradient: ArrayLike<number>): void;
  /** Of the gradients so far, normalised by 1/(n−1); throws before the second. */
  leading(): LeadingCovariance;
}

/**
 * Rank-k approximation of a gradient covariance from a stream, in O(dk) storage
 *
 * Keeps k rows R with RᵀR ≈ Σ (ψᵢ − ψ̄)(ψᵢ − ψ̄)ᵀ. Each block of k gradients, centred at its own mean, is
 * put below them together with the row √(nm/(n+m))(ψ̄_old − ψ̄_block), and the stack is cut to its k
 * leading singular directions, through its (2k+1)×(2k+1) Gram matrix: O(dk) per gradient. Exact, to
 * √ε‖·‖, when the covariance has rank ≤ k; otherwise every value is a lower bound of the exact
 * eigenvalue, since only positive semi-definite parts are dropped. Source: Fisher, §9.4; Ross, Lim,
 * Lin & Yang 2008.
 *
 * @throws RangeError unless d ≥ 1 and 1 ≤ rank ≤ d; on a gradient of the wrong length or not finite, or
 * where the trace leaves the range of float64.
 * @example
 * const stream = streamingCovariance({dimension: 2, rank: 1});
 * for (const psi of [[1, 0], [-1, 0], [0, 3]]) stream.add(psi);
 * stream.leading().values; // [3]
 */
export function streamingCovariance(options: {
  dimension: number;
  rank: number;
}): StreamingCovariance {
  const {dimension, rank} = optionsOf("streamingCovariance", options, ["dimension", "rank"]);
  const d = integer("dimension", dimension, 1);
  const k = integer("rank", rank, 1, d);
  let kept: Float64Array[] = [];
  let block: Float64Array[] = [];
  let mean = new Float64Array(d);
  let seen = 0;
  let trace = 0;

  const merge = () => {
    const m = block.length;
    if (m === 0) return;
    const blockMean = new Float64Array(d);
    for (const row of block) for (let j = 0; j < d; j++) blockMean[j] += row[j] / m;
    const added = block.map(row => row.map((x, j) => x - blockMean[j]));
    const share = Math.sqrt((seen * m) / (seen + m));
    if (seen > 0) added.push(mean.map((x, j) => share * (x - blockMean[j])));
    trace = inRange(
      "the trace of the covariance",
      added.reduce((sum, row) => sum + dot(row, row), trace)
    );
    mean = mean.map((x, j) => x + (m / (seen + m)) * (blockMean[j] - x));
    seen += m;
    kept = leadingRows([...kept, ...added], k);
    block = [];
  };

  return {
    add(gradient) {
      checkGradient(gradient, d);
      block.push(Float64Array.from(gradient));
      if (block.length === k) merge();
    },
    leading() {
      merge();
      if (seen < 2) throw new RangeError(`gradients must number at least 2; got ${seen}`);
      const sizes = kept.map(row => dot(row, row));
      const vectors = Matrix.zeros(d, kept.length);
      kept.forEach((row, j) => {
        for (let i = 0; i < d; i++) vectors.set(i, j, row[i] / Math.sqrt(sizes[j]));
      });
      return {
        samples: seen,
        mean: Array.from(mean),
        values: sizes.map(s => s / (seen - 1)),
        vectors,
        trace: trace / (seen - 1)
      };
    }
  };
}

/** At most k orthogonal rows, longest first, whose Gram sum is that of `rows` cut to rank k. */
function leadingRows(rows: Float64Array[], k: number): Float64Array[] {
  const gram = new Matrix(rows.map(a => rows.map(b => dot(a, b))));
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(gram, {
    assumeSymmetric: true
  });
  const order = realEigenvalues
    .map((_, i) => i)
    .sort((i, j) => realEigenvalues[j] - realEigenvalues[i]);
  const floor = 100 * rows.length * Number.EPSILON * realEigenvalues[order[0]];
  const leading: Float64Array[] = [];
  for (const i of order.slice(0, k)) {
    if (!(realEigenvalues[i] > floor)) break;
    const sum = new Float64Array(rows[0].length);
    rows.forEach((row, r) => {
      const weight = eigenvectorMatrix.get(r, i);
      for (let j = 0; j < sum.length; j++) sum[j] += weight * row[j];
    });
    leading.push(sum);
  }
  return leading;
}

function dot(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
