import type {BenchAnswer} from "../bench.js";
import type {NoiseReport} from "../types.js";
import {modelLines} from "./numpyModel.js";
import {groupLines, readerLines, readerOf} from "./numpyReaders.js";

/**
 * A NumPy program that recomputes a report's plain numbers from the same files, of any format, with groups and for a
 * fitted model: value and bias of those that are corrected belong together. Null where the table is refused.
 */
export function numpyScript({table, question, report}: BenchAnswer): string | null {
  if (report.trace.value === null) return null;
  const {format, hessianFormat, groupsFormat, fit, grouped, name} = table;
  const {rows, population, datasetSize} = question;
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
    ...readerLines(formats),
    ...(groupsFormat === null ? [] : groupLines(groupsFormat)),
    `files = sys.argv[1:] or ${JSON.stringify(names)}`,
    `X, groups = table(${readerOf(format)}(files[0]))`,
    ...(groupsFormat === null ? [] : [`groups = groups_in(files[${formats.length - 1}])`]),
    ...(fit ? modelLines(fit) : []),
    `n, d = X.shape; b = ${b}; c = b${finite}; f = c / ${whole ? "n" : "(n - 1)"}`,
    "mean = X.mean(0); mean = mean + (X - mean).mean(0); Y = X - mean",
    ...(grouped
      ? [
          "ids = np.unique(groups, return_inverse=True)[1]; m = ids.max() + 1",
          "S = np.zeros((m, d)); np.add.at(S, ids, Y)  # sums over the groups"
        ]
      : ["ids = np.arange(n); m = n; S = Y"]),
    `def of_mean(s): return ${whole ? "0" : "m / (m - 1) * s.sum() / n ** 2"}  # of the covariance of the mean`,
    "q = (Y ** 2).sum(1); v = of_mean((S ** 2).sum(1))",
    "out = {'trace': c * (q.mean() + v)}",
    // Where a fit is the minimum of all rows, what is left of their mean is rounding.
    ...(fit && exactMean ? [] : [`out['meanNormSquared'] = mean @ mean${exactMean ? "" : " - v"}`]),
    ...(report.noiseScale.value === null
      ? []
      : ["out['noiseScale'] = out['trace'] / out['meanNormSquared']"]),
    ...(whole
      ? []
      : [
          "phi = np.bincount(ids, c * (q - q.mean()))",
          "out['trace standard error'] = np.sqrt(m / (m - 1) * (phi ** 2).sum()) / n"
        ]),
    ...(report.spectrum.values.length === Math.min(table.rows, table.columns)
      ? spectrumLines(report, whole)
      : []),
    ...(report.hessian
      ? hessianLines(
          report,
          curve === null ? null : `table(${readerOf(curve)}(files[1]))[0]`,
          exactMean
        )
      : []),
    ...runLines({table, question, report}),
    "for name, value in out.items(): print(name, repr(float(value)))"
  ];
  return `${lines.join("\n")}\n`;
}

function spectrumLines({participationRatio, samples}: NoiseReport, whole: boolean): string[] {
  return [
    "lam = np.linalg.eigvalsh(Y @ Y.T if n < d else Y.T @ Y)[::-1]",
    "lam = f * lam; t, t2 = lam.sum(), (lam ** 2).sum()",
    "out['largestEigenvalue'] = lam[0]; out['effectiveDimension'] = t / lam[0]",
    ...(participationRatio.value === null
      ? []
      : whole || samples < 4
        ? ["out['participationRatio'] = t ** 2 / t2"]
        : [
            "Q = c * c * (q ** 2).sum() / (n - 1); k = (n - 1) / (n * (n - 2) * (n - 3))",
            "square = max(k * ((n - 1) * (n - 2) * t2 + t * t - n * Q), t * t / min(d, n - 1))",
            "ratio = max(0, k * (2 * t2 + (n * n - 3 * n + 1) * t * t - n * Q)) / square",
            "out['participationRatio'] = min(d, max(1, ratio))"
          ])
  ];
}

/** `read` is how H is read; null where the model has it. */
function hessianLines({hessian}: NoiseReport, read: string | null, exactMean: boolean): string[] {
  return [
    ...(read === null ? [] : [`H = ${read}; H = np.diag(H.ravel()) if 1 in H.shape else H`]),
    "h, U = np.linalg.eigh((H + H.T) / 2); keep = h > 1e-7 * abs(h).max(); h, U = h[keep], U[:, keep]",
    "def seen(w): return c * (((Y @ U) ** 2 @ w).mean() + of_mean((S @ U) ** 2 @ w))",
    ...(hessian?.noiseScale.value === null
      ? []
      : [
          `out['hessian.noiseScale'] = seen(h) / ((mean @ U) ** 2 @ h${exactMean ? "" : " - of_mean((S @ U) ** 2 @ h)"})`
        ]),
    ...(hessian?.alignment.value === null
      ? []
      : [
          "T = Y @ U; R = Y - T @ U.T; sizes = np.linalg.norm(h) * t2 ** 0.5",
          "inside = np.linalg.norm((h[:, None] - h) * (f * T.T @ T))",
          "out['hessian.alignment'] = seen(h) / sizes",
          "beside = np.linalg.norm(f * R.T @ (T * h))  # off the range of H",
          "out['hessian.commutator'] = (inside ** 2 + 2 * beside ** 2) ** 0.5 / sizes"
        ])
  ];
}

function runLines({table, question, report: {stationary}}: BenchAnswer): string[] {
  const {run, rows, population, datasetSize} = question;
  if (!run || !stationary) return [];
  const {learningRate, batchSize, momentum = 0, replacement = true} = run;
  const size =
    population === "whole"
      ? table.rows
      : rows !== "per-sample" && rows.drawn === "epoch"
        ? table.rows * rows.meanOf
        : datasetSize;
  const share = replacement || size === undefined ? "1 / B" : `(${size} - B) / (B * (${size} - 1))`;
  return [
    `eta, B, mu = ${learningRate}, ${batchSize}, ${momentum}; share = ${share}`,
    "out['stationary.limit'] = 2 * (1 + mu) / h.max()",
    "out['stationary.continuousFloor'] = share * seen(np.full(len(h), eta / (4 * (1 - mu))))",
    ...(stationary.floor.value === null
      ? []
      : [
          "gain = eta * (1 + mu) / ((1 - mu) * 2 * h * (1 + mu - eta * h / 2))",
          "out['stationary.traceCovariance'] = share * seen(gain)",
          "out['stationary.floor'] = share * seen(h * gain / 2)"
        ])
  ];
}
