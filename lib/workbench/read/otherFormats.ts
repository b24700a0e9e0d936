/** A format that is not read: what it is, and what makes of it one that is. */
interface Other {
  readonly is: string;
  readonly todo: string;
}

const numpySave = 'numpy.save("rows.npy", rows)';
const spreadsheet = "save its sheet as CSV (File, Save As) and hand that over";

/** By their first bytes in hexadecimal digits; what stands first counts. */
const others: readonly (readonly [string, Other])[] = [
  ["1f8b", {is: "compressed with gzip", todo: "gunzip makes a file that is read"}],
  ["28b52ffd", {is: "compressed with Zstandard", todo: "zstd -d makes a file that is read"}],
  ["04224d18", {is: "compressed with LZ4", todo: "lz4 -d makes a file that is read"}],
  ["425a68", {is: "compressed with bzip2", todo: "bunzip2 makes a file that is read"}],
  ["fd377a585a00", {is: "compressed with xz", todo: "unxz makes a file that is read"}],
  ["377abcaf271c", {is: "a 7z archive", todo: "unpack it, and hand over the file in it"}],
  [
    "894844460d0a1a0a",
    {is: "HDF5", todo: 'numpy.save("rows.npy", h5py.File(name)["array"][:]) writes one'}
  ],
  [
    "4d41544c4142",
    {
      is: "of MATLAB",
      todo: 'writematrix(rows, \'rows.csv\') there, or numpy.save("rows.npy", scipy.io.loadmat(name)["rows"]), writes one'
    }
  ],
  ["d0cf11e0a1b11ae1", {is: "a spreadsheet of old (xls)", todo: spreadsheet}],
  [
    "46454131",
    {is: "Feather of version 1", todo: "pyarrow.feather.write_feather writes version 2"}
  ],
  ["53514c69746520666f726d6174", {is: "a database (SQLite)", todo: "export its table as CSV"}],
  ["255044462d", {is: "a PDF", todo: "numbers must be handed over as a table, CSV for one"}],
  [
    "80028a0a6cfc9c46f920",
    {
      is: "a checkpoint of PyTorch of before 1.6",
      todo: 'numpy.save("rows.npy", torch.load(name).numpy()) converts a tensor of n rows'
    }
  ],
  [
    "80",
    {
      is: "a pickle of Python's",
      todo: 'numpy.save("rows.npy", pickle.load(open(name, "rb"))) writes the array in it'
    }
  ],
  ["fffe", {is: "text in UTF-16", todo: "save it in UTF-8"}],
  ["feff", {is: "text in UTF-16", todo: "save it in UTF-8"}]
];

/** What a zip archive without arrays is, by a name in it; what stands first counts. */
const archives: readonly (readonly [RegExp, Other])[] = [
  [/^xl\//, {is: "a spreadsheet (xlsx)", todo: spreadsheet}],
  [/^(?:content\.xml|mimetype)$/, {is: "a spreadsheet or document (ods, odt)", todo: spreadsheet}],
  [/^word\//, {is: "a document (docx)", todo: "save its table as CSV and hand that over"}],
  [/\.weights\.h5$/, {is: "a model of Keras", todo: `${numpySave} writes the gradients`}],
  [
    /\.(?:csv|tsv|txt|npz|parquet|arrow|feather|safetensors)$/,
    {is: "a zip archive without arrays", todo: "unpack it, and hand over the file in it"}
  ]
];

/** The sentence on a zip archive that holds entries of these names, and no array. */
export function archiveWithoutArrays(entries: readonly string[], name: string): string {
  const [, found] = archives.find(([inside]) => entries.some(entry => inside.test(entry))) ?? [];
  if (found) return `${name} must be ${formats}; it is ${found.is}: ${found.todo}`;
  return `${name} is a zip archive without arrays; got ${entries.slice(0, 5).join(", ") || "nothing"}: numpy.savez("rows.npz", w=rows) writes one with an array`;
}

const formats = "npy, npz, safetensors, Arrow, Parquet, or a table in UTF-8";

/** Whether every other byte is 0 to begin with, as in ASCII that was written in UTF-16. */
const isWide = (bytes: Uint8Array): boolean =>
  bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0;

function otherFormat(bytes: Uint8Array): Other | undefined {
  const first = hexadecimal(bytes.subarray(0, 16)).join("");
  return isWide(bytes)
    ? {is: "text in UTF-16", todo: "save it in UTF-8"}
    : others.find(([begin]) => first.startsWith(begin))?.[1];
}

const hexadecimal = (bytes: Uint8Array): string[] =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, "0"));

/** The sentence on UTF-8 that holds zeros; `text` begins in line `from` of the file. */
export function zeroInText(bytes: Uint8Array, text: string, {name, from = 1}: Place): string {
  if (from === 1 && otherFormat(bytes)) return noTable(bytes, name);
  const before = text.slice(0, text.indexOf("\0")).split("\n").length - 1;
  return `${name} must be a table in text; it holds bytes 0, the first in line ${from + before}`;
}

interface Place {
  readonly name: string;
  readonly from?: number;
}

/** Whether the beginning has lines, and four in five of its bytes are letters, digits and marks of ASCII. */
function isText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const plain = start.filter(
    byte => (byte > 31 && byte < 127) || byte === 9 || byte === 10 || byte === 13
  );
  return start.includes(10) && plain.length > 0.8 * start.length && !start.includes(0);
}

/** The sentence on bytes that are none of the formats, and no text in UTF-8. */
export function noTable(bytes: Uint8Array, name: string): string {
  const found = otherFormat(bytes);
  return found
    ? `${name} must be ${formats}; it is ${found.is}: ${found.todo}`
    : isText(bytes)
      ? `${name} must be ${formats}; it is text in another encoding, such as Latin-1: save it in UTF-8`
      : `${name} must be ${formats}; its first bytes are none of these: ${hexadecimal(bytes.subarray(0, 8)).join(" ")}`;
}

/**
 * The sentence on text that is a table to nobody, by how it begins: JSON of objects, a page, a pickle or a database's
 * dump in letters. Undefined where nothing of the kind is seen.
 */
export function noRows(text: string, name: string): string | undefined {
  const start = text.slice(0, 4096).trimStart();
  const json = (is: string) =>
    `${name} must be rows of numbers; it is JSON of ${is}: json.dump([list(row) for row in rows], file) writes rows alone, [[…], […]]`;
  if (/^\{\s*(?:"|\})/.test(start)) return json("names and values");
  if (/^\[\s*\{/.test(start)) return json("a list of objects");
  if (/^%PDF-/.test(start)) return noTable(new TextEncoder().encode(start.slice(0, 8)), name);
  if (/^(?:<!doctype|<html|<\?xml)/i.test(start))
    return `${name} must be rows of numbers; it is a page or XML: save the table in it as CSV`;
  if (/^(?:\(lp\d|\(dp\d|c(?:numpy|torch)\S*\n)/.test(start))
    return noTable(Uint8Array.of(0x80), name);
  return undefined;
}
