/** One column of an experiment's table. Strings are dictionary-encoded; there is no 64-bit integer. */
export type Column = Float64Array | Int32Array | readonly string[];
