import type {BenchAnswer} from "../bench.js";

/** How Python reads a file of each format. */
const readers: Readonly<Record<string, readonly string[]>> = {
  npy: [
    "def READ(name):",
    "    X = np.load(name)",
    "    if X.dtype.names: X = np.stack([X[k] for k in X.dtype.names], -1)"
  ],
  npz: [
    "def READ(name):",
    "    z = np.load(name)",
    "    X = np.concatenate([z[k].reshape(len(z[k]), -1) for k in z.files], 1)"
  ],
  safetensors: [
    "def READ(name):",
    "    raw = open(name, 'rb').read()",
    "    n = int.from_bytes(raw[:8], 'little')",
    "    kinds = {'F64': '<f8', 'F32': '<f4', 'F16': '<f2', 'BF16': '<u2'}",
    "    parts = []",
    "    for key, t in json.loads(raw[8:8 + n]).items():",
    "        if key == '__metadata__': continue",
    "        a, b = (8 + n + x for x in t['data_offsets'])",
    "        x = np.frombuffer(raw[a:b], kinds[t['dtype']])",
    "        if t['dtype'] == 'BF16': x = (x.astype('<u4') << 16).view('<f4')",
    "        parts.append(x.reshape(t['shape'][0], -1))",
    "    X = np.concatenate(parts, 1)"
  ],
  text: [
    "def READ(name):",
    "    clean = lambda r: r.replace(',', '.').replace(';', ' ') if ';' in r else r.replace(',', ' ')",
    "    text = open(name, encoding='utf-8-sig').read()",
    "    if re.match(r'\\s*(array|tensor)?\\(?\\[', text):",
    "        text = re.sub(r'array|tensor|[\\[()]', '', text).replace(']', '\\n')",
    "    rows = [clean(r).split() for r in text.splitlines()]",
    "    rows = [r for r in rows if r and not r[0].startswith('#')]",
    "    try: X = np.array(rows, float)",
    "    except ValueError: X = np.array(rows[1:], float)"
  ]
};

/**
 * A NumPy program that recomputes a report's plain numbers from the same files: value and bias of those that are
 * corrected belong together. Null where Python's standard tools do not read the format.
 */
export function numpyScript({table, question, report}: BenchAnswer): string | null {
  const formats = [table.format, ...(report.stationary ? [table.hessianFormat ?? ""] : [])];
  if (table.grouped || table.model !== null || formats.some(format => !readers[format]))
    return null;
  const {rows, population, run, datasetSize} = question;
  const whole = population === "whole";
  const b = rows === "per-sample" ? 1 : rows.meanOf;
  const finite =
    rows !== "per-sample" && rows.drawn === "without" && datasetSize !== undefined
      ? ` / (1 - b / ${datasetSize})`
      : "";
  const exactMean = whole || (rows !== "per-sample" && rows.drawn === "epoch");
  const names = Object.keys(table.hashes);
  const size = whole
    ? "n"
    : rows !== "per-sample" && rows.drawn === "epoch"
      ? "n * b"
      : String(datasetSize ?? "None");
  const lines = [
    `# Recomputes a noisefloor report of ${table.name} (${table.rows} x ${table.columns}).`,
    `# SHA-256 ${table.hashes[table.name] ?? "unknown"}`,
    "import json, re, sys",
    "import numpy as np",
    ...formats.flatMap((format, k) => [
      ...readers[format].map(line => line.replace("READ", `read${k}`)),
      "    return X.reshape(len(X), -1).astype(float)"
    ]),
    `files = sys.argv[1:] or ${JSON.stringify(names)}`,
    "X = read0(files[0])",
    `n, d = X.shape; b = ${b}; c = b${finite}`,
    "mean = X.mean(0); Y = X - mean",
    `G = c * Y.T @ Y / ${whole ? "n" : "(n - 1)"}`,
    "lam = np.linalg.eigvalsh(G)[::-1]",
    "out = {'trace': np.trace(G), 'largestEigenvalue': lam[0], 'effectiveDimension': np.trace(G) / lam[0]}",
    `out['meanNormSquared'] = mean @ mean${exactMean ? "" : " - np.trace(Y.T @ Y) / (n * (n - 1))"}`,
    "if out['meanNormSquared'] > 0: out['noiseScale'] = out['trace'] / out['meanNormSquared']",
    ...(whole
      ? []
      : [
          "phi = c * ((Y ** 2).sum(1) - (Y ** 2).sum(1).mean())",
          "out['trace standard error'] = np.sqrt(n / (n - 1) * (phi ** 2).sum()) / n"
        ]),
    ...(report.stationary && run ? floorLines(run, size) : []),
    "for name, value in out.items(): print(name, repr(float(value)))"
  ];
  return `${lines.join("\n")}\n`;
}

function floorLines(
  {
    learningRate,
    batchSize,
    momentum = 0,
    replacement = true
  }: NonNullable<BenchAnswer["question"]["run"]>,
  size: string
): string[] {
  const share = replacement || size === "None" ? "1 / B" : "(N - B) / (B * (N - 1))";
  return [
    "H = np.squeeze(read1(files[1])); H = np.diag(H) if H.ndim == 1 else (H + H.T) / 2",
    "h, U = np.linalg.eigh(H); keep = h > 1e-7 * abs(h).max(); h, U = h[keep], U[:, keep]",
    `eta, B, mu, N = ${learningRate}, ${batchSize}, ${momentum}, ${size}`,
    `C = (U * (G @ U)).sum(0) * (${share})`,
    "out['stationary.limit'] = 2 * (1 + mu) / h.max()",
    "S = C * eta * (1 + mu) / ((1 - mu) * 2 * h * (1 + mu - eta * h / 2))",
    "out['stationary.traceCovariance'] = S.sum(); out['stationary.floor'] = h @ S / 2",
    "out['stationary.continuousFloor'] = eta * C.sum() / (4 * (1 - mu))"
  ];
}
