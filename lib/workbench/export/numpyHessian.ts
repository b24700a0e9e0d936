import {flat} from "../curvature.js";
import {mostEigenvalues} from "../tableAnswer.js";
import type {NoiseReport} from "../types.js";

/** What the program knows when it comes to H. */
interface Known {
  /** The rows are those of a fit, whose mean is zero but for rounding. */
  readonly isMeanRounding: boolean;
  /** Its `w`, `Z` and `t2` are there. */
  readonly hasSpectrum: boolean;
}

/** Python for G beside H, with `h`, the curvatures upwards, and `U`, their eigenvectors; `read` is how H is read, null where the model has it. */
export function hessianLines(
  report: NoiseReport,
  read: string | null,
  {isMeanRounding, hasSpectrum}: Known
): string[] {
  const {hessian, parameters} = report;
  const isLarge = parameters > mostEigenvalues;
  const there = (measure: {value: number | null} | undefined) => measure && measure.value !== null;
  return [
    ...(read === null ? [] : [`H = ${read}`]),
    ...(isLarge
      ? parameterLines
      : [
          ...(read === null ? [] : ["H = np.diag(H.ravel()) if 1 in H.shape else H"]),
          `H = (H + H.T) / 2; h, U = np.linalg.eigh(H); keep = h > ${read === null ? flat.fitted : flat.given} * abs(h).max(); h, U = h[keep], U[:, keep]`
        ]),
    "s = Seen((Y @ U) * h ** 0.5, (S @ U) * h ** 0.5, (mean @ U) * h ** 0.5)",
    ...(isMeanRounding ? [] : ["fieller('hessian.noiseScale', s)"]),
    ...(there(hessian?.alignment)
      ? [
          ...(hasSpectrum
            ? ["seen = Z ** 2 @ w"]
            : [
                "P = Y @ Y.T if n < d else Y.T @ Y; t2 = (f * P.ravel()) @ (f * P.ravel())",
                "seen = (P * P).sum(1) if n < d else ((Y @ P) * Y).sum(1)"
              ]),
          "T = Y @ U; sizes = np.linalg.norm(h) * t2 ** 0.5; x = s.trace / sizes",
          "size = 2 * c * f * seen / t2; phi = s.phi / sizes - x / 2 * (size - size.mean())",
          "around('hessian.alignment', x, se(phi), q0, 0, 1)",
          ...(isLarge ? productLines : modeLines),
          "(exact if whole else say)('hessian.commutator', apart / sizes)"
        ]
      : []),
    ...(there(hessian?.fisherStrongConvexity)
      ? [
          "r = (w[:, None] / w) ** 0.5; M = (V.T @ H @ V) * (r + 1 / r) / 2",
          "(exact if whole else say)('hessian.fisherStrongConvexity', np.linalg.eigvalsh((M + M.T) / 2)[0])"
        ]
      : [])
  ];
}

/** A diagonal H, whose eigenvectors are columns of the table. */
const parameterLines: readonly string[] = [
  `h = H.ravel(); keep = np.flatnonzero(h > ${flat.given} * abs(h).max()); keep = keep[np.argsort(h[keep], kind='stable')]`,
  "D = np.zeros(d); D[keep] = h[keep]; h = h[keep]",
  "class Columns:  # A @ U are the columns of A along which H curves upwards",
  "    __array_ufunc__ = None; T = property(lambda self: self)",
  "    def __rmatmul__(self, A): return A[..., keep]",
  "    def __matmul__(self, x): return x[keep]",
  "U = Columns()"
];

const productLines: readonly string[] = [
  "if n >= d: apart = np.linalg.norm((D[:, None] - D) * (f * Y.T @ Y))",
  "else: apart = f * max(0, 2 * ((Y @ Y.T) * ((Y * D) @ (Y * D).T) - ((Y * D) @ Y.T) ** 2).sum()) ** 0.5"
];

const modeLines: readonly string[] = [
  "R = Y - T @ U.T; inside = np.linalg.norm((h[:, None] - h) * (f * T.T @ T))",
  "beside = np.linalg.norm(f * R.T @ (T * h))  # off the range of H",
  "apart = (inside ** 2 + 2 * beside ** 2) ** 0.5"
];
