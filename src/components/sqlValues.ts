export type Row = Record<string, unknown>;

/** As much of Arrow's types and tables as is read here; the engine brings its own copy of Arrow. */
interface ArrowType {
  readonly typeId: number;
  readonly scale?: number;
  readonly children?: readonly ArrowField[] | null;
  readonly dictionary?: ArrowType;
  toString(): string;
}
interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
}
interface ArrowTable {
  readonly numRows: number;
  readonly schema: {readonly fields: readonly ArrowField[]};
  getChildAt(index: number): {get(row: number): unknown} | null;
}

/** Arrow's numbers for its types. */
const [asTheyAre, integer, decimal, time, list, struct, map, dictionary] = [
  // Null, floats, bytes, text, truth values.
  [1, 3, 4, 5, 6, 20],
  2,
  7,
  // Dates and timestamps.
  [8, 10],
  [12, 16],
  13,
  17,
  -1
];

/**
 * The rows of a result: decimals and 64-bit integers as numbers, rounded to float64, dates and timestamps as
 * `Date`, lists as arrays, structs as objects and maps as `Map`, whatever they hold.
 *
 * @throws naming the column and its type where that is none of these: a time of day, an interval, a union
 */
export function plainRows(table: ArrowTable): Row[] {
  const columns = table.schema.fields.map(({name, type}, index) => {
    const convert = converter(name, type);
    const vector = table.getChildAt(index);
    return {name, at: (row: number) => convert(vector?.get(row))};
  });
  return Array.from({length: table.numRows}, (_, row) =>
    Object.fromEntries(columns.map(({name, at}) => [name, at(row)]))
  );
}

/** What turns a value of an Arrow type into a plain one; null stays null. */
function converter(name: string, type: ArrowType): (value: unknown) => unknown {
  const of = plainOf(name, type);
  return value => (value === null || value === undefined ? null : of(value as never));
}

function plainOf(name: string, type: ArrowType): (value: never) => unknown {
  const {typeId, children} = type;
  if (asTheyAre.includes(typeId)) return value => value;
  if (typeId === integer) return value => Number(value);
  if (typeId === decimal) return value => decimalOf(value, type.scale ?? 0);
  if (time.includes(typeId)) return value => new Date(Number(value));
  if (typeId === dictionary && type.dictionary) return plainOf(name, type.dictionary);
  if (list.includes(typeId) && children) {
    const entry = converter(name, children[0].type);
    return (value: Iterable<unknown>) => Array.from(value, entry);
  }
  if (typeId === struct && children) {
    const fields = children.map(field => [field.name, converter(name, field.type)] as const);
    return (value: Row) => Object.fromEntries(fields.map(([key, of]) => [key, of(value[key])]));
  }
  if (typeId === map && children?.[0].type.children) {
    const [key, entry] = children[0].type.children.map(field => converter(name, field.type));
    return (value: Iterable<[unknown, unknown]>) =>
      new Map(Array.from(value, ([k, v]) => [key(k), entry(v)]));
  }
  throw new TypeError(
    `column ${name} is of type ${type}, which a page cannot take: cast it in the query`
  );
}

/** Little-endian words of a two's complement integer, times 10^−scale, rounded once. */
function decimalOf(words: Uint32Array, scale: number): number {
  const whole = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return Number(`${BigInt.asIntN(32 * words.length, whole)}e-${scale}`);
}

/**
 * A value that stands in a query: as SQL, with what is bound to its question mark. The engine takes bound
 * values as JSON, which knows neither infinities nor dates.
 *
 * @throws naming the parameter where it is no number, bigint of 128 bits, text, truth value, valid date or null
 */
export function parameter(value: unknown, index: number): {sql: string; bound: readonly unknown[]} {
  if (typeof value === "number" && !Number.isFinite(value))
    return {sql: `'${value}'::DOUBLE`, bound: []};
  if (value === null || ["number", "string", "boolean"].includes(typeof value))
    return {sql: "?", bound: [value]};
  if (typeof value === "bigint" && BigInt.asIntN(128, value) === value)
    return {
      sql: `'${value}'::${BigInt.asIntN(64, value) === value ? "BIGINT" : "HUGEINT"}`,
      bound: []
    };
  if (value instanceof Date && Number.isFinite(value.getTime()))
    return {sql: `make_timestamp(${value.getTime()}000)`, bound: []};
  throw new TypeError(
    `parameter ${index + 1} of the query must be a number, a bigint of 128 bits, text, true or false, a valid date or null; got ${String(value)}`
  );
}

/** A query with `?` for its parameters, or what stands for them, and the values that are bound to these. */
export function boundQuery(
  strings: readonly string[],
  values: readonly unknown[]
): {readonly query: string; readonly bound: readonly unknown[]} {
  const parameters = values.map(parameter);
  return {
    query: strings.reduce((sql, part, i) => sql + parameters[i - 1].sql + part),
    bound: parameters.flatMap(value => value.bound)
  };
}
