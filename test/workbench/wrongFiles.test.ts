import {deflateRawSync} from "node:zlib";
import {
  Decimal,
  FixedSizeBinary,
  makeData,
  makeVector,
  Table,
  TimestampMicrosecond,
  tableToIPC,
  Utf8,
  vectorFromArray
} from "apache-arrow";
import {parquetWriteBuffer} from "hyparquet-writer";
import {describe, expect, test} from "vitest";
import {readGradients} from "../../lib/workbench/index.js";
import {readGroups} from "../../lib/workbench/readGroups.js";

const encoded = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part as Uint8Array))));

/** Reading is refused by the file's name, and in these words. */
async function refused(bytes: Uint8Array, ...words: readonly (string | RegExp)[]) {
  const reading = readGradients(bytes, {name: "my file"});
  await expect(reading).rejects.toThrow(RangeError);
  for (const word of ["my file", ...words]) await expect(reading).rejects.toThrow(word);
}

describe("text that is not what it seems is refused, not half-read", () => {
  test.each([
    ["a gap in the first row is no header", "1.5,NA,2\n1,2,3\n", '"NA" in column 2 beside numbers'],
    ["an empty cell in the first row", "1.5,,2\n1,2,3\n", "nothing in column 2 beside numbers"],
    ["pandas' names of columns are no gradient", "0,1,2\n1.5,2,3\n", "as pandas names columns"],
    ["pandas' index is no parameter", ",a,b\n0,1.5,2\n1,3,4\n", "none for column 1, as an index"],
    ["R's row names", '"","V1"\n"1",1.5\n', "row.names=FALSE"],
    ["a header that lacks one", "a b\n1 1.5 2\n", "got 2 and 3: names of rows"],
    ["two columns of groups", "x,group,groups\n1,a,b\n", "got group and groups"],
    ["a row without a group", "group,x\na,1\n,2\n", "nothing in line 3, column 1"],
    ["groups alone", "group\na\nb\n", "numbers besides its groups"],
    ["three levels of brackets", "[[[1,2],[3,4]],[[5,6],[7,8]]]", "two levels of brackets"],
    ["a matrix that breaks off", "[[1,2],[3,4],[5,6", "got 4 opened and 2 closed"],
    ["what NumPy leaves out", "[[1 2 ... 3]\n ...\n [4 5 ... 6]]", "NumPy's print leaves some out"],
    ["a first row with marks between thousands", '"1,234","2,345"\n3,4\n', "which is neither"],
    [
      "two decimal marks",
      "a;b\n1.234;2\n3;2,5\n",
      'one decimal mark; got "1.234" in line 2 and "2,5" in line 3'
    ],
    ["a first row of decimal commas", "1,5\t2,5\n3\t4\n", '"1,5" in column 1, which is neither'],
    ["a first row of hexadecimals", "0x10,0x11\n3,4\n", '"0x10" in column 1, which is neither'],
    ["a first row of words for none", "NA,NA\n3,4\n", '"NA" in column 1, which is neither'],
    [
      "points between thousands",
      "a;b\n1.234,5;2\n",
      `got "1.234,5" in line 2, column 1: digits are read without marks between thousands`
    ],
    ["commas between thousands", '1\t2\n"1,234.5"\t4\n', "without marks between thousands"],
    ["decimal commas between tabs", "a\tb\n1,5\t2\n", "decimal comma is read where ;"],
    ["a gap at a row's end", "1,2\n3,\n5,6\n", "nothing in line 2, column 2: drop that row or"],
    [
      "a column of words",
      "a,kind\n1,old\n",
      '"old" in line 2, column 2: drop that row or that column'
    ],
    ["two quoted numbers in one", 'a,b\n1,2\n"1""2",3\n', '"1\\"2" in line 3, column 1'],
    ["a quote before its cell's end", 'a,b\n"1"2,3\n', '"\\"1\\"2" in line 2, column 1'],
    [
      "a quote that stays open",
      'a,b\n1,2\n3,"4\n',
      'close each quote in its own line; got "\\"4" in line 3'
    ],
    ["an open quote in the header", '"a,b\n1,2\n', 'got "\\"a,b" in its first line'],
    ["a gap behind some semicolons", "1;2\n3;\n5;6\n", "nothing in line 2, column 2"],
    ["a typographic minus", "a,b\n1,\u22122\n", "a minus sign is read as -"],
    ["a page", "<!doctype html>", "it is a page or XML: save the table in it as CSV"],
    ["JSON of names", '{"w": [[1, 2], [3, 4]]}', "it is JSON of names and values: json.dump("],
    ["JSON of objects", '[\n {"w": 1}]', "it is JSON of a list of objects: json.dump("],
    ["a pickle in letters", "(lp0\nI1\naI2\na.", "it is a pickle of Python's: numpy.save("],
    ["a zero inside", "1,2\n3,\x004\n", "bytes 0, the first in line 2"]
  ])("%s", (_, text, message) => refused(encoded(text), message));

  test.each([
    ["whole numbers from 0 are numbers", "0,1,2\n3,4,5\n", [0, 1, 2, 3, 4, 5]],
    ["commas in quotes", '"w[0,1]","w[1,1]"\n1,2\n', [1, 2]],
    ["a comma that ends every row", "a,b\n1,2,\n3,4,\n", [1, 2, 3, 4]],
    ["a semicolon that ends every row", "a;b;\n1,5;2;\n3;4,5;\n", [1.5, 2, 3, 4.5]],
    ["semicolons behind rows alone", "a;b\n1;2;\n3;4;\n", [1, 2, 3, 4]],
    ["the mark that Excel writes first", "sep=;\na;b\n1;2,5\n", [1, 2.5]],
    ["quotes in names", '"the ""first""",b\n"1", "2" \n', [1, 2]],
    ["a mark of byte order", "\ufeffa,b\n1,2\n", [1, 2]],
    ["lines of old Macs", "a,b\r1,2\r3,4\r", [1, 2, 3, 4]],
    [
      "a tensor of another type and device",
      "tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', dtype=torch.float64, grad_fn=<MeanBackward1>)",
      [1, 2, 3, 4]
    ],
    ["an array of JAX", "Array([[1., 2.],\n       [3., 4.]], dtype=float32)", [1, 2, 3, 4]],
    ["layers that begin with a digit", "0.weight,0.bias\n1,2\n", [1, 2]],
    ["numbers name columns beside groups", "group,0,1\na,5,6\n", [5, 6]]
  ])("%s", async (_, text, numbers) => {
    expect(Array.from((await readGradients(encoded(text))).data)).toEqual(numbers);
  });

  test.each([
    ["Latin-1", Buffer.from("größe,b\n1,2\n3,4\n", "latin1"), "Latin-1: save it in UTF-8"],
    ["UTF-16", Buffer.from("\ufeff1,2\n3,4\n", "utf16le"), "UTF-16"],
    ["UTF-16 without a mark", Buffer.from("1,2\n3,4\n", "utf16le"), "UTF-16"],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), "gunzip"],
    ["HDF5", bytesOf(Uint8Array.of(0x89), "HDF\r\n\x1a\n"), "h5py"],
    ["a pickle", Uint8Array.of(0x80, 4, 0x95, 0xff), "pickle.load("],
    [
      "torch.save of before 1.6",
      bytesOf(Uint8Array.of(0x80, 2, 0x8a, 0x0a), "l", Uint8Array.of(0xfc, 0x9c, 0x46, 0xf9, 0x20)),
      "torch.load("
    ],
    ["MATLAB", bytesOf("MATLAB 5.0 MAT-file", new Uint8Array(200)), "scipy.io.loadmat("],
    ["a spreadsheet of old", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "CSV"],
    ["Zstandard", Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xff), "zstd -d"],
    ["SQLite", bytesOf("SQLite format 3", new Uint8Array(20)), "export its table as CSV"],
    ["Feather of old", bytesOf("FEA1", new Uint8Array(20)), "write_feather"]
  ])("%s is named, with what to do", (_, bytes, word) =>
    refused(new Uint8Array(bytes), "must be npy, npz, safetensors, Arrow, Parquet", word)
  );
});

describe("safetensors whose header does not tell all of the file", () => {
  const file = (header: object | string, size: number) => {
    const text = typeof header === "string" ? header : JSON.stringify(header);
    const length = new Uint8Array(8);
    new DataView(length.buffer).setBigUint64(0, BigInt(text.length), true);
    return bytesOf(length, text, new Uint8Array(size));
  };
  const tensor = (rows: number, columns: number, from: number) => ({
    dtype: "F32",
    shape: [rows, columns],
    data_offsets: [from, from + 4 * rows * columns]
  });
  const [a, b] = [JSON.stringify(tensor(2, 1, 0)), JSON.stringify(tensor(2, 2, 8))];

  test.each([
    ["an entry that is none", file({a: null}, 8), "a in my file must have dtype, shape"],
    [
      "words for numbers",
      file({a: {dtype: "F32", shape: "2", data_offsets: ["0", "8"]}}, 8),
      "dtype, shape and data_offsets"
    ],
    [
      "half a byte",
      file({a: {...tensor(2, 1, 0), data_offsets: [0.5, 8.5]}}, 9),
      "dtype, shape and data_offsets"
    ],
    ["tensors that overlap", file({a: tensor(2, 2, 0), b: tensor(2, 1, 4)}, 16), "b begins at"],
    ["a gap", file({a: tensor(2, 1, 0), b: tensor(2, 1, 12)}, 20), "b begins at"],
    ["bytes of no tensor", file({a: tensor(2, 1, 0)}, 24), "its tensors end at byte"],
    ["a tensor twice", file(`{"a":${a},"a":${b}}`, 24), "got a twice"],
    [
      "a header beyond the file",
      bytesOf(Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0), '{"a":1}'),
      "header, which is to end at byte 4294967304"
    ]
  ])("%s", (_, bytes, message) => refused(bytes, message));

  test("groups of two numbers per row are no parameters", () =>
    refused(
      file({group: tensor(2, 2, 0), w: tensor(2, 1, 16)}, 24),
      "group in my file must have one number per row"
    ));

  test("with metadata, and a tensor of groups", async () => {
    const bytes = file(
      {__metadata__: {by: "a"}, group: {...tensor(2, 1, 8), shape: [2]}, w: tensor(2, 1, 0)},
      16
    );
    const {columns, blocks, groups} = await readGradients(bytes);
    expect([columns, blocks, Array.from(groups ?? [])]).toEqual([1, [], [0, 0]]);
  });
});

describe("archives", () => {
  /** An archive of one entry, whose sizes and checksum are as stated. */
  function archive(packed: Uint8Array, size: number, name = "a.npy"): Uint8Array {
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(8, 8, true);
    local.setUint16(26, name.length, true);
    const central = new DataView(new ArrayBuffer(46));
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(10, 8, true);
    central.setUint32(20, packed.length, true);
    central.setUint32(24, size, true);
    central.setUint16(28, name.length, true);
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(10, 1, true);
    end.setUint32(16, 30 + name.length + packed.length, true);
    const [first, second, last] = [local, central, end].map(view => new Uint8Array(view.buffer));
    return bytesOf(first, name, packed, second, name, last);
  }

  test.each([
    ["xl/workbook.xml", "it is a spreadsheet (xlsx): save its sheet as CSV"],
    ["content.xml", "(ods, odt): save its sheet as CSV"],
    ["word/document.xml", "it is a document (docx): save its table as CSV"],
    ["rows.csv", "it is a zip archive without arrays: unpack it"],
    ["picture.png", "is a zip archive without arrays; got picture.png: numpy.savez("],
    ["archive/data.pkl", "safetensors.torch.save_file a dict of tensors"]
  ])("one with %s is named, with what to do", (name, words) =>
    refused(archive(new Uint8Array(0), 0, name), words)
  );

  const bomb = deflateRawSync(new Uint8Array(2 ** 24));

  test("one that inflates to more than it says is given up", () =>
    refused(archive(bomb, 1000), "more than the 1000 bytes"));

  test("one that says more than can be is refused before it is inflated", () =>
    refused(archive(bomb, 2 ** 29), "cannot inflate to"));

  test("one beyond a gigabyte is refused by its directory", () =>
    refused(archive(bomb, 2 ** 31), "save it as npy"));
});

describe("columns of tables", () => {
  const two = makeVector(Float32Array.of(1, 2));
  const decimals = makeVector(
    makeData({type: new Decimal(2, 9, 128), length: 2, data: new Uint32Array(8)})
  );
  const bytes = makeVector(
    makeData({type: new FixedSizeBinary(2), length: 2, data: new Uint8Array(4)})
  );
  const times = vectorFromArray([1, 2], new TimestampMicrosecond());
  const table = (column: Table) => new Uint8Array(tableToIPC(column, "file"));

  test.each([
    ["decimals", decimals, "Decimal"],
    ["bytes", bytes, "FixedSizeBinary[2]"],
    ["times", times, "Timestamp"]
  ])("Arrow's %s are no numbers", (_, column, type) =>
    refused(table(new Table({x: column, y: two} as never)), `x in my file must hold`, type)
  );

  test("two columns of groups, and a row without one", async () => {
    await refused(table(new Table({x: two, group: two, groups: two})), "group and groups");
    const some = vectorFromArray(["a", null], new Utf8());
    await refused(table(new Table({x: two, group: some})), "got none in row 1");
  });

  test("two columns of one name in Parquet", () =>
    refused(
      new Uint8Array(
        parquetWriteBuffer({
          columnData: ["x", "x"].map(name => ({name, data: Float32Array.of(1, 2), type: "FLOAT"}))
        })
      ),
      "got x twice"
    ));

  test("a file of groups may be a table with such a column", async () => {
    const groups = new Uint8Array(
      parquetWriteBuffer({columnData: [{name: "group", data: [7, 8], type: "INT32"}]})
    );
    expect(await readGroups(groups, {name: "my file"})).toEqual({
      groups: [7, 8],
      format: "parquet"
    });
    await expect(readGroups(encoded("group\na\nNaN\n"), {name: "my file"})).rejects.toThrow(
      "my file must name a group in every row; got NaN in row 1"
    );
    const text = encoded("user,group\n1,a\n2,b\n");
    expect(await readGroups(text, {name: "my file"})).toEqual({groups: ["a", "b"], format: "text"});
  });
});
