import type {BenchAnswer} from "../bench.js";
import type {NoiseReport} from "../types.js";
import {budgetLines} from "./numpyBudget.js";
import {estimateLines, shuffleLines} from "./numpyEstimates.js";
import {hessianLines} from "./numpyHessian.js";
import {modelLines} from "./numpyModel.js";
import {groupLines, readerLines, readerOf} from "./numpyReaders.js";
import {halvesLines, sampleSpectrumLines, setLines, wholeSpectrumLines} from "./numpySpectrum.js";

/**
 * A NumPy program that recomputes a report's numbers with their standard errors and intervals from the same files, of
 * any format, with groups and for a fitted model; the leading five of the spectrum, and no blocks. Null where the table
 * is refused.
 */
export function numpyScript({table, question, report}: BenchAnswer): string | null {
  if (report.trace.value === null) return null;
  const {format, hessianFormat, groupsFormat, fit, grouped, name} = table;
  const {rows, population, datasetSize, level = 0.95} = question;
  const whole = population === "whole";
  const exactMean = whole || (rows !== "per-sample" && rows.drawn === "epoch");
  const b = rows === "per-sample" ? 1 : rows.meanOf;
  const finite =
    rows !== "per-sample" && rows.drawn === "without" && datasetSize !== undefined
      ? ` / (1 - b / ${datasetSize})`
      : "";
  const curve = fit ? null : hessianFormat;
  const formats = [format, ...[curve, groupsFormat].flatMap(one => one ?? [])];
  const names = Object.keys(table.hashes).slice(0, formats.length);
  const hasSpectrum = report.spectrum.values.length === Math.min(table.rows, table.columns);
  const hasNoise = (report.spectrum.values[0] ?? 0) > 0;
  const lines = [
    `# Recomputes a noisefloor report of ${JSON.stringify(name)} (${table.rows} x ${table.columns}).`,
    `# SHA-256 ${table.hashes[name] ?? "unknown"}`,
    ...readerLines(formats),
    ...(groupsFormat === null ? [] : groupLines(groupsFormat)),
    `files = sys.argv[1:] or ${JSON.stringify(names)}`,
    `X, groups = table(${readerOf(format)}(files[0]))`,
    ...(groupsFormat === null ? [] : [`groups = groups_in(files[${formats.length - 1}])`]),
    ...(fit ? modelLines(fit) : []),
    `n, d = X.shape; b = ${b}; c = b${finite}; f = c / ${whole ? "n" : "(n - 1)"}; level = ${level}`,
    `whole, grouped, exact_mean = ${[whole, grouped, exactMean].map(x => (x ? "True" : "False")).join(", ")}`,
    "with np.errstate(over='ignore'): zero = 2.0 ** -48 if (X == X.astype(np.float32)).all() else 1e-20",
    "mean = X.mean(0); mean = mean + (X - mean).mean(0); still = (X == X[0]).all(0); mean = np.where(still, X[0], mean)",
    "Y = X - mean; Y = Y - Y.mean(0)",
    ...(grouped
      ? [
          "_, places, ids = np.unique(groups, return_index=True, return_inverse=True); m = len(places)",
          "ids = np.argsort(np.argsort(places))[ids]  # numbered as they come",
          "S = np.zeros((m, d)); np.add.at(S, ids, Y)  # sums over the groups"
        ]
      : ["ids = np.arange(n); m = n; S = Y"]),
    ...estimateLines,
    "g = Seen(Y, S, mean); q = (Y ** 2).sum(1)",
    `positively('trace', g.trace, g.error, quantile_of(g.phi)${grouped && !whole ? ", g.bias" : ""})`,
    // Where a fit is the minimum of all rows, what is left of their mean is rounding.
    ...(fit && exactMean
      ? []
      : [
          exactMean
            ? "exact('meanNormSquared', g.mean)"
            : "around('meanNormSquared', g.mean, g.variance ** 0.5, q0, bias=g.v)",
          "fieller('noiseScale', g)"
        ]),
    ...((hasSpectrum || report.budget) && !whole ? [...shuffleLines, ...setLines] : []),
    ...(hasSpectrum && hasNoise ? spectrumLines(report, whole) : []),
    ...(report.hessian
      ? hessianLines(report, curve === null ? null : `table(${readerOf(curve)}(files[1]))[0]`, {
          isMeanRounding: fit !== null && exactMean,
          hasSpectrum: hasSpectrum && hasNoise
        })
      : []),
    ...runLines({table, question, report}),
    "for name, value in out.items(): print(name, repr(float(value)))"
  ];
  return `${lines.join("\n")}\n`;
}

function spectrumLines({covarianceError}: NoiseReport, whole: boolean): string[] {
  return [
    "w, V = np.linalg.eigh(Y @ Y.T if n < d else Y.T @ Y); w, V = np.maximum(w[::-1], 0), V[:, ::-1]",
    "Z = V * w ** 0.5 if n < d else Y @ V  # the rows along the eigenvectors",
    "lam = f * w; t, t2 = lam.sum(), (lam ** 2).sum()",
    "for j in range(min(5, len(lam))):",
    "    e = se(c * Z[:, j] ** 2 - lam[j]); F = np.exp(q0 * e / lam[j]) if lam[j] > 0 else 1.0",
    "    out.update({f'spectrum.values.{j}': lam[j], f'spectrum.low.{j}': lam[j] / F, f'spectrum.high.{j}': lam[j] * F})",
    ...(whole
      ? wholeSpectrumLines
      : [...sampleSpectrumLines, ...(covarianceError.splitHalves === null ? [] : halvesLines)])
  ];
}

function runLines({table, question, report: {stationary, budget}}: BenchAnswer): string[] {
  const {run, rows, population, datasetSize} = question;
  const whole = population === "whole";
  const size = whole
    ? table.rows
    : rows !== "per-sample" && rows.drawn === "epoch"
      ? table.rows * rows.meanOf
      : datasetSize;
  const replacement = run?.replacement ?? true;
  const share = (b: string) =>
    replacement || size === undefined ? `1 / ${b}` : `(${size} - ${b}) / (${b} * (${size} - 1))`;
  const settled = (): string[] => {
    if (!run || !stationary) return [];
    const {learningRate, batchSize, momentum = 0} = run;
    return [
      `eta, B, mu = ${learningRate}, ${batchSize}, ${momentum}; share = ${share("B")}`,
      "x = 2 * (1 + mu) / h.max(); exact('stationary.limit', x)",
      "linear('stationary.continuousFloor', np.full(len(h), share * eta / (4 * (1 - mu))))",
      ...(stationary.floor.value === null
        ? []
        : [
            "gain = eta * (1 + mu) / ((1 - mu) * 2 * h * (1 + mu - eta * h / 2))",
            "linear('stationary.traceCovariance', share * gain)",
            "linear('stationary.floor', share * h * gain / 2)"
          ])
    ];
  };
  const ofBudget = (): string[] =>
    question.budget && budget
      ? budgetLines(question.budget, {
          share: share("b"),
          most: replacement ? undefined : size,
          whole
        })
      : [];
  return [...settled(), ...ofBudget()];
}
