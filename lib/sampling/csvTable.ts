/**
 * The named columns of a CSV whose cells hold no commas, one row of words per line.
 *
 * @throws RangeError where a column is missing
 */
export function csvTable(csv: string, columns: readonly string[]): string[][] {
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  const names = header.split(",");
  const places = columns.map(name => {
    const at = names.indexOf(name);
    if (at < 0) throw new RangeError(`the CSV must have a column ${name}; got ${header}`);
    return at;
  });
  return lines.map(line => {
    const cells = line.split(",");
    return places.map(at => cells[at]);
  });
}
