import {isArrowFile, isArrowStream, isParquet} from "./read/formats.js";
import {readGradients} from "./readGradients.js";

/**
 * Groups of rows from the bytes of a file: one number per row in any format of `readGradients`, the column of such a
 * file that is headed group or groups, or one name per line; a first line that says group or groups is a header.
 *
 * @throws RangeError as `readGradients`, on more than one column, and on a row without a group
 */
export async function readGroups(
  bytes: Uint8Array,
  {name}: {readonly name: string}
): Promise<{readonly groups: ArrayLike<number | string>; readonly format: string}> {
  const names = lines(bytes);
  const isNone = (group: number | string) => /^nan$/i.test(String(group));
  const checked = <T extends number | string>(groups: ArrayLike<T>) => {
    const row = Array.prototype.findIndex.call(groups, isNone);
    if (row < 0) return groups;
    throw new RangeError(
      `${name} must name a group in every row; got ${groups[row]} in row ${row}`
    );
  };
  if (names) return {groups: checked(names), format: "text"};
  const isArrow = isArrowFile(bytes) ? "arrow file" : isArrowStream(bytes) && "arrow stream";
  const table = isParquet(bytes)
    ? await (await import("./read/parquet.js")).readParquet(bytes, name)
    : isArrow
      ? await (await import("./read/arrow.js")).readArrow(bytes, name)
      : undefined;
  if (table?.groups) return {groups: table.groups, format: isArrow || "parquet"};
  const {columns, data, groups, format} = await readGradients(bytes, {name});
  if (groups) return {groups, format};
  if (columns !== 1)
    throw new RangeError(`${name} must have one group per row; got ${columns} columns`);
  return {groups: checked(data), format};
}

/** The lines of a text, where each is one word. */
function lines(bytes: Uint8Array): string[] | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
  if (text.includes("\0")) return undefined;
  const all = text.split(/\r?\n/).map(line => line.trim());
  while (all.at(-1) === "") all.pop();
  if (!all.length || all.some(line => line === "" || /[,;\t]/.test(line))) return undefined;
  return /^groups?$/i.test(all[0]) ? all.slice(1) : all;
}
