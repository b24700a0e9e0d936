/** Rows as CSV (RFC 4180), numbers at full precision. */
export function toCsv(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) => {
    const text = String(value ?? "");
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.map(cell), ...rows.map(row => columns.map(c => cell(row[c])))]
    .map(line => `${line.join(",")}\r\n`)
    .join("");
}
