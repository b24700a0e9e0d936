import type {Curvature} from "./curvature.js";
import type {Finding, HessianNumbers, Measure, RunQuestion, StationaryNumbers} from "./types.js";

/** From which on each is found. */
export const curvatureThresholds = {
  /** ‖H − Hᵀ‖/‖H‖ that is float32's rounding, and what is more than rounding of any kind. */
  asymmetry: 1e-12,
  asymmetric: 1e-3,
  /** Share of Σ|λ| in dropped directions from which on they are a warning, not a note. */
  dropped: 0.01,
  /** ‖HG − GH‖/(‖H‖‖G‖). */
  commutator: 0.1,
  /** η over the largest stable one. */
  edge: 0.8
} as const;

/** What a Hessian shows. */
export function hessianFindings(
  {asymmetry, dropped, droppedShare, least, order}: Curvature,
  {commutator}: HessianNumbers
): Finding[] {
  const found: Finding[] = [];
  const {asymmetry: rounding, asymmetric, commutator: apart} = curvatureThresholds;
  if (asymmetry > rounding)
    found.push({
      code: "asymmetric",
      severity: asymmetry > asymmetric ? "warning" : "note",
      message: `H and its transpose differ by ${asymmetry.toPrecision(2)} of its norm: the two were averaged`
    });
  if (dropped)
    found.push({
      code: "indefinite",
      severity: droppedShare > curvatureThresholds.dropped ? "warning" : "note",
      message: `${dropped} of ${order} directions of H have λ at most ${least} of the largest and were dropped, with ${(100 * droppedShare).toPrecision(2)} % of Σ|λ|: along them there is no stationary law, or none that these numbers determine`
    });
  if (commutator.value !== null && commutator.value > apart)
    found.push({
      code: "not-commuting",
      severity: "note",
      message: `G and H do not commute: ‖HG − GH‖ is ${commutator.value.toPrecision(2)} of ‖H‖‖G‖, and formulas in eigenvalues alone do not hold`
    });
  return found;
}

/** What a run shows. */
export function runFindings(
  run: RunQuestion,
  {limit}: StationaryNumbers,
  {
    mean,
    trace,
    size,
    zeroMean
  }: {mean: Measure; trace: Measure; size: number | undefined; zeroMean: number}
): Finding[] {
  const found: Finding[] = [];
  const share = run.learningRate / (limit.value as number);
  if (share >= 1)
    found.push({
      code: "unstable",
      severity: "warning",
      message: `η = ${run.learningRate} is ${share.toPrecision(3)} of the largest stable one, ${(limit.value as number).toPrecision(3)}: the run diverges`
    });
  else if (share > curvatureThresholds.edge)
    found.push({
      code: "near-the-edge",
      severity: "warning",
      message: `η = ${run.learningRate} is ${share.toPrecision(2)} of the largest stable one: towards it the floor grows without bound, and small errors in H matter`
    });
  if (mean.low !== null && mean.low > zeroMean * (trace.value ?? 0))
    found.push({
      code: "not-stationary",
      severity: "note",
      message:
        "the mean gradient is not zero: the rows were not taken at a minimum, and the floor is what the same noise and curvature would give at one"
    });
  if (run.replacement === undefined)
    found.push({
      code: "with-replacement",
      severity: "note",
      message: `batches are assumed to be drawn with replacement${size === undefined ? "" : `; without it, from ${size} samples, the noise of a batch of ${run.batchSize} is ${Math.max(0, (size - run.batchSize) / (size - 1)).toPrecision(3)} of it`}`
    });
  return found;
}
