/** Formats that are not read, by their first bytes in hexadecimal digits, and what makes of them one that is. */
const others: readonly (readonly [string, string, string])[] = [
  ["1f8b", "compressed with gzip", "gunzip makes a file that is read"],
  ["28b52ffd", "compressed with Zstandard", "zstd -d makes a file that is read"],
  ["894844460d0a1a0a", "HDF5", 'numpy.save("rows.npy", h5py.File(name)["array"][:]) writes one'],
  ["4d41544c4142", "of MATLAB", "writematrix(rows, 'rows.csv') writes a table"],
  ["80", "a pickle of Python's", 'numpy.save("rows.npy", rows) writes an array'],
  ["fffe", "text in UTF-16", "save it in UTF-8"],
  ["feff", "text in UTF-16", "save it in UTF-8"]
];

/** Whether every other byte is 0 to begin with, as in ASCII that was written in UTF-16. */
const isWide = (bytes: Uint8Array): boolean =>
  bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0;

/** The sentence on UTF-8 that holds zeros; `text` begins in line `from` of the file. */
export function zeroInText(bytes: Uint8Array, text: string, {name, from = 1}: Place): string {
  if (isWide(bytes)) return noTable(bytes, name);
  const before = text.slice(0, text.indexOf("\0")).split("\n").length - 1;
  return `${name} must be a table in text; it holds bytes 0, the first in line ${from + before}`;
}

interface Place {
  readonly name: string;
  readonly from?: number;
}

/** The sentence on bytes that are none of the formats, and no text in UTF-8. */
export function noTable(bytes: Uint8Array, name: string): string {
  const first = Array.from(bytes.subarray(0, 8), byte => byte.toString(16).padStart(2, "0"));
  const found = others.find(([begin]) => first.join("").startsWith(begin));
  const formats = "npy, npz, safetensors, Arrow, Parquet, or a table in UTF-8";
  if (found) return `${name} must be ${formats}; it is ${found[1]}: ${found[2]}`;
  return isWide(bytes)
    ? `${name} must be ${formats}; it is text in UTF-16: save it in UTF-8`
    : `${name} must be ${formats}; its first bytes are none of these: ${first.join(" ")}`;
}
