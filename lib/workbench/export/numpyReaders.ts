/** How Python reads a file of each format: a function that returns named columns or arrays. */
const readers: Readonly<Record<string, readonly string[]>> = {
  npy: [
    "def read_npy(name):",
    "    X = np.load(name)",
    "    return [(k, X[k]) for k in X.dtype.names] if X.dtype.names else [('', X)]"
  ],
  npz: ["def read_npz(name):", "    z = np.load(name)", "    return [(k, z[k]) for k in z.files]"],
  safetensors: [
    "def read_safetensors(name):",
    "    raw = open(name, 'rb').read()",
    "    n = int.from_bytes(raw[:8], 'little')",
    "    kinds = {'F64': '<f8', 'F32': '<f4', 'F16': '<f2', 'BF16': '<u2'}",
    "    parts = []",
    "    for key, t in json.loads(raw[8:8 + n]).items():",
    "        if key == '__metadata__': continue",
    "        a, b = (8 + n + x for x in t['data_offsets'])",
    "        x = np.frombuffer(raw[a:b], kinds[t['dtype']])",
    "        if t['dtype'] == 'BF16': x = (x.astype('<u4') << 16).view('<f4')",
    "        parts.append((key, x.reshape(t['shape'][0], -1)))",
    "    return parts"
  ],
  "arrow file": [
    "import pyarrow.ipc  # reads Arrow: pip install pyarrow",
    "def read_arrow_file(name):",
    "    t = pyarrow.ipc.open_file(name).read_all()",
    "    return [(k, x.to_pylist()) for k, x in zip(t.column_names, t.columns)]"
  ],
  "arrow stream": [
    "import pyarrow.ipc  # reads Arrow: pip install pyarrow",
    "def read_arrow_stream(name):",
    "    t = pyarrow.ipc.open_stream(open(name, 'rb')).read_all()",
    "    return [(k, x.to_pylist()) for k, x in zip(t.column_names, t.columns)]"
  ],
  parquet: [
    "import pyarrow.parquet  # reads Parquet: pip install pyarrow",
    "def read_parquet(name):",
    "    t = pyarrow.parquet.ParquetFile(name).read()",
    "    return [(k, x.to_pylist()) for k, x in zip(t.column_names, t.columns)]"
  ],
  text: [
    "def read_text(name):",
    "    text = open(name, encoding='utf-8-sig', newline='').read()",
    "    if re.match(r'\\s*([aA]rray|tensor)?\\(?\\[', text):",
    "        text = re.sub(r',\\s*(dtype|device|requires_grad|grad_fn)=(<[^>]*>|[^,)]*)', '', text)",
    "        text = re.sub(r'\\]\\s*,?\\s*', '\\n', re.sub(r'([aA]rray|tensor)\\(|[\\[)]', '', text))",
    "    lines = [r.strip() for r in re.split(r'\\r\\n|\\n|\\r', text) if re.match(r'\\s*[^\\s#]', r)]",
    "    bare = ' '.join(re.sub('\"[^\"]*\"', '', r) for r in lines)",
    "    mark = next((m for m in '\\t;,' if m in bare), None)",
    "    if mark: rows = list(csv.reader(lines, delimiter=mark, skipinitialspace=True))",
    "    else: rows = [[x.strip('\"') for x in r.split()] for r in lines]",
    "    if mark in (',', ';'): rows = [r[:-1] if r[-1] == '' else r for r in rows]",
    "    if mark == ';': rows = [[x.replace(',', '.', 1) for x in r] for r in rows]",
    "    names = rows.pop(0) if any(not is_number(x) for x in rows[0]) else [''] * len(rows[0])",
    "    parts = [(k.strip(), [r[j].strip() for r in rows]) for j, k in enumerate(names)]",
    "    return [(k, x if is_groups(k) else [number(y) for y in x]) for k, x in parts]",
    "def number(x): return float(re.sub('[dD]', 'e', x))",
    "def is_number(x):",
    "    try: return number(x) is not None",
    "    except ValueError: return False"
  ]
};

/** The name of the function that reads a format. */
export const readerOf = (format: string): string => `read_${format.replace(" ", "_")}`;

/** Python that reads files of these formats, into numbers side by side and the groups of their rows. */
export const readerLines = (formats: readonly string[]): string[] => [
  "import csv, json, math, re, sys",
  "import numpy as np",
  "def is_groups(k): return re.fullmatch('groups?', k, re.I) is not None",
  "def table(parts):",
  "    rest = [x for k, x in parts if not (is_groups(k) and np.size(x) == len(x))]",
  "    found = [np.ravel(x) for k, x in parts if is_groups(k) and np.size(x) == len(x)]",
  "    X = np.concatenate([np.asarray(x, float).reshape(len(x), -1) for x in rest], 1)",
  "    return X, found[0] if found else None",
  ...[...new Set(formats)].flatMap(format => readers[format])
];

/** Python that reads the groups of rows from a file of their own, as `readGroups` does. */
export const groupLines = (format: string): string[] => [
  "def groups_in(name):",
  ...(format === "text"
    ? [
        "    lines = [r.strip() for r in open(name, encoding='utf-8-sig').read().rstrip().split('\\n')]",
        "    if all(r and not re.search('[,;\\t]', r) for r in lines): return lines[is_groups(lines[0]):]"
      ]
    : []),
  `    X, found = table(${readerOf(format)}(name))`,
  "    return X[:, 0] if found is None else found"
];
