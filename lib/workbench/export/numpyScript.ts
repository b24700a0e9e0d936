import type {BenchAnswer} from "../bench.js";
import type {NoiseNumbers, NoiseReport} from "../types.js";
import {budgetLines} from "./numpyBudget.js";
import {estimateLines, shuffleLines} from "./numpyEstimates.js";
import {hessianLines} from "./numpyHessian.js";
import {modelLines} from "./numpyModel.js";
import {groupLines, readerLines, readerOf} from "./numpyReaders.js";
import {halvesLines, sampleSpectrumLines, setLines, wholeSpectrumLines} from "./numpySpectrum.js";

/**
 * A NumPy program that recomputes a report's numbers with their standard errors and intervals from the same files, of
 * any format, with groups, of blocks, and for a fitted model; the leading five of each spectrum. Null where the table
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
  const lines = [
    `# Recomputes a noisefloor report of ${JSON.stringify(name)} (${table.rows} x ${table.columns}).`,
    `# SHA-256 ${table.hashes[name] ?? "unknown"}`,
    ...(hasSpectrum(report)
      ? []
      : ["# Too large for all its eigenvalues: what rests on the leading ones is not recomputed."]),
    ...readerLines(formats),
    ...(groupsFormat === null ? [] : groupLines(groupsFormat)),
    `files = sys.argv[1:] or ${JSON.stringify(names)}`,
    `X, groups = table(${readerOf(format)}(files[0]))`,
    ...(groupsFormat === null ? [] : [`groups = groups_in(files[${formats.length - 1}])`]),
    ...(fit ? modelLines(fit) : []),
    `n, d = X.shape; b = ${b}; c = b${finite}; f = c / ${whole ? "n" : "(n - 1)"}; level = ${level}`,
    `whole, grouped, exact_mean = ${[whole, grouped, exactMean].map(x => (x ? "True" : "False")).join(", ")}`,
    ...(grouped
      ? [
          "_, places, ids = np.unique(groups, return_index=True, return_inverse=True); m = len(places)",
          "ids = np.argsort(np.argsort(places))[ids]  # numbered as they come"
        ]
      : ["ids = np.arange(n); m = n"]),
    ...estimateLines,
    ...(whole ? [] : [...shuffleLines, ...setLines]),
    "everything = X",
    `for prefix, columns, has_spectrum in (${partsOf(report)}):`,
    ...[
      ...partLines(grouped),
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
      ...spectrumLines(whole)
    ].map(line => `    ${line}`),
    ...(report.hessian
      ? hessianLines(report, curve === null ? null : `table(${readerOf(curve)}(files[1]))[0]`, {
          isMeanRounding: fit !== null && exactMean,
          hasSpectrum: hasSpectrum(report) && (report.spectrum.values[0] ?? 0) > 0
        })
      : []),
    ...runLines({table, question, report}),
    "for name, value in out.items(): print(name, repr(float(value)))"
  ];
  return `${lines.join("\n")}\n`;
}

/** Whether all eigenvalues are told of a table or of a block. */
const hasSpectrum = ({samples, parameters, spectrum}: NoiseNumbers): boolean =>
  spectrum.values.length === Math.min(samples, parameters);

/** Python for what is told of: each block, then all columns, by the prefix of its numbers. */
function partsOf(report: NoiseReport): string {
  let from = 0;
  const blocks = report.blocks.map((block, k) => {
    const first = from;
    from += block.parameters;
    return [`'blocks.${k}.'`, `slice(${first}, ${from})`, hasSpectrum(block)] as const;
  });
  return [...blocks, ["''", "slice(None)", hasSpectrum(report)] as const]
    .map(([prefix, columns, has]) => `(${prefix}, ${columns}, ${has ? "True" : "False"}), `)
    .join("");
}

const partLines = (grouped: boolean): string[] => [
  "X = everything[:, columns]; d = X.shape[1]",
  "with np.errstate(over='ignore'): zero = 2.0 ** -48 if (X == X.astype(np.float32)).all() else 1e-20",
  "mean = X.mean(0); mean = mean + (X - mean).mean(0); still = (X == X[0]).all(0); mean = np.where(still, X[0], mean)",
  "Y = X - mean; Y = Y - Y.mean(0)",
  grouped ? "S = np.zeros((m, d)); np.add.at(S, ids, Y)  # sums over the groups" : "S = Y",
  "g = Seen(Y, S, mean); q = (Y ** 2).sum(1)"
];

const spectrumLines = (whole: boolean): string[] => [
  "if not has_spectrum: continue",
  "w, V = np.linalg.eigh(Y @ Y.T if n < d else Y.T @ Y); w, V = np.maximum(w[::-1], 0), V[:, ::-1]",
  "Z = V * w ** 0.5 if n < d else Y @ V  # the rows along the eigenvectors",
  "lam = f * w; t, t2 = lam.sum(), (lam ** 2).sum()",
  "for j in range(min(5, len(lam))):",
  "    e = se(c * Z[:, j] ** 2 - lam[j]); F = np.exp(q0 * e / lam[j]) if lam[j] > 0 else 1.0",
  "    out.update({prefix + f'spectrum.values.{j}': lam[j], prefix + f'spectrum.low.{j}': lam[j] / F, prefix + f'spectrum.high.{j}': lam[j] * F})",
  "if not lam[0] > 1e-150: exact('largestEigenvalue', 0.0); continue",
  ...(whole ? wholeSpectrumLines : [...sampleSpectrumLines, ...halvesLines])
];

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
