import type {Measure, NoiseReport} from "../types.js";

/** A number of a report: what it is called, what it means, how it is estimated. */
export interface NamedNumber {
  readonly key: string;
  readonly symbol: string;
  readonly meaning: string;
  readonly estimator: string;
  /** Addresses on the site of the statements and functions that it rests on. */
  readonly restsOn: readonly string[];
  readonly of: (report: NoiseReport) => Measure | undefined;
}

export const namedNumbers: readonly NamedNumber[] = [
  {
    key: "trace",
    restsOn: ["/noise/alignment#FG-Lem4.1", "/api/gradientCovariance"],
    symbol: "Tr G",
    meaning: "noise of one sample’s gradient",
    estimator: "trace of the rows’ covariance, times b for means of b; influence functions",
    of: r => r.trace
  },
  {
    key: "mean",
    restsOn: ["/noise/two-sources#NT-1.8.2", "/api/jackknife"],
    symbol: "‖g‖²",
    meaning: "squared mean gradient",
    estimator: "squared length of the mean row less the trace of its covariance; jackknife",
    of: r => r.meanNormSquared
  },
  {
    key: "noise-scale",
    restsOn: ["/noise/alignment#FG-Lem4.1", "/api/gradientNoiseScale"],
    symbol: "Tr G/‖g‖²",
    meaning: "critical batch",
    estimator: "ratio of the two; Fieller’s interval",
    of: r => r.noiseScale
  },
  {
    key: "curved-noise-scale",
    restsOn: ["/noise/alignment#FG-Lem4.1", "/api/gradientNoiseScale"],
    symbol: "Tr HG/gᵀHg",
    meaning: "the same, seen through H",
    estimator: "ratio of both in the metric of H; Fieller’s interval",
    of: r => r.hessian?.noiseScale
  },
  {
    key: "largest",
    restsOn: ["/noise/estimating#FG-Sec9.4", "/api/spectrum"],
    symbol: "λ₁",
    meaning: "noise along the noisiest direction",
    estimator:
      "largest eigenvalue less the bias of a delete-a-group jackknife; influence functions",
    of: r => r.largestEigenvalue
  },
  {
    key: "effective-dimension",
    restsOn: [
      "/budgets/metric#FG-Rem6.3",
      "/noise/estimating#FG-Sec9.4",
      "/api/effectiveDimension"
    ],
    symbol: "Tr G/λ₁",
    meaning: "effective dimension",
    estimator: "ratio less the bias of a delete-a-group jackknife; influence functions",
    of: r => r.effectiveDimension
  },
  {
    key: "participation",
    restsOn: ["/budgets/metric#FG-Rem6.3", "/api/spectrum"],
    symbol: "(Tr G)²/Tr G²",
    meaning: "participation ratio",
    estimator: "unbiased estimates of both; influence functions",
    of: r => r.participationRatio
  },
  {
    key: "condition",
    restsOn: ["/budgets/metric#FG-Def3.13", "/api/conditionNumber"],
    symbol: "λ₁/λ_d",
    meaning: "condition number of G",
    estimator: "ratio of the rows’ eigenvalues; influence functions",
    of: r => r.conditionNumber
  },
  {
    key: "covariance-error",
    restsOn: ["/noise/estimating#FG-Sec9.4", "/api/covarianceError"],
    symbol: "‖Ĝ − G‖/‖G‖",
    meaning: "expected error of G itself",
    estimator: "fourth moments of the rows",
    of: r => r.covarianceError
  },
  {
    key: "alignment",
    restsOn: ["/budgets/metric#FG-Ass6.2", "/api/alignment"],
    symbol: "Tr HG/(‖H‖‖G‖)",
    meaning: "alignment of noise and curvature",
    estimator: "of the rows’ covariance; influence functions",
    of: r => r.hessian?.alignment
  },
  {
    key: "commutator",
    restsOn: ["/budgets/metric#FG-Rem3.14", "/api/alignment"],
    symbol: "‖HG − GH‖/(‖H‖‖G‖)",
    meaning: "how far they are from commuting",
    estimator: "of the rows’ covariance",
    of: r => r.hessian?.commutator
  },
  {
    key: "strong-convexity",
    restsOn: ["/budgets/metric#FG-Def3.12", "/api/fisherStrongConvexity"],
    symbol: "µ_F",
    meaning: "strong convexity in the metric of G",
    estimator: "least eigenvalue of Sym(G^½HG^−½)",
    of: r => r.hessian?.fisherStrongConvexity
  }
];

/** The numbers of a run, where there is a Hessian. */
export const runNumbers: readonly NamedNumber[] = [
  {
    key: "limit",
    restsOn: ["/finite-rate/momentum#LZU-4.5-stab", "/api/stabilityLimit"],
    symbol: "2(1+µ)/λmax",
    meaning: "largest stable learning rate",
    estimator: "of the largest curvature",
    of: r => r.stationary?.limit
  },
  {
    key: "floor",
    restsOn: [
      "/finite-rate/momentum#LZU-Thm2",
      "/finite-rate/approximation#LZU-Thm5",
      "/api/momentumCovariance",
      "/api/excessLoss"
    ],
    symbol: "½ Tr HΣ",
    meaning: "floor: excess loss where the run settles",
    estimator: "exact law of the recursion, linear in G; influence functions",
    of: r => r.stationary?.floor
  },
  {
    key: "continuous-floor",
    restsOn: ["/diffusion/stationary-ellipse#FG-Prop5.9", "/api/ouCovariance"],
    symbol: "η Tr C/(4(1−µ))",
    meaning: "the diffusion’s floor",
    estimator: "limit of small steps, linear in G; influence functions",
    of: r => r.stationary?.continuousFloor
  },
  {
    key: "trace-covariance",
    restsOn: ["/finite-rate/momentum#LZU-Thm2", "/api/momentumCovariance"],
    symbol: "Tr Σ",
    meaning: "spread of the iterates",
    estimator: "exact law of the recursion, linear in G; influence functions",
    of: r => r.stationary?.traceCovariance
  }
];

/** Where a number is explained on the site, and what it rests on. */
export const linksOfNumber = ({key, restsOn}: Pick<NamedNumber, "key" | "restsOn">): string[] => [
  `/workbench#number-${key}`,
  ...restsOn
];

/** The best rates and batch sizes for a budget, which have no line among the numbers. */
export const budgetNumber = {key: "budget", restsOn: ["/api/averagedIterate"]} as const;
