import {square} from "../elementary/square.js";
import type {Dense} from "./dense.js";

/** A diagonal block of a real Schur form: rows [start, start + size), size 1 or 2. */
export interface Block {
  start: number;
  size: number;
}

export interface Complex {
  re: number;
  im: number;
}

/** The diagonal blocks of a quasi-triangular T, first to last. */
export function diagonalBlocks(t: Dense, n: number): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < n; ) {
    const size = i + 1 < n && t[(i + 1) * n + i] !== 0 ? 2 : 1;
    blocks.push({start: i, size});
    i += size;
  }
  return blocks;
}

/** The eigenvalues of a quasi-triangular T. */
export function eigenvalues(t: Dense, n: number): Complex[] {
  return diagonalBlocks(t, n).flatMap(({start: i, size}) => {
    if (size === 1) return [{re: t[i * n + i], im: 0}];
    const j = i + 1;
    const half = t[i * n + i] / 2 - t[j * n + j] / 2;
    const re = t[i * n + i] / 2 + t[j * n + j] / 2;
    const [upper, lower] = [t[i * n + j], t[j * n + i]];
    const unit = Math.max(Math.abs(half), Math.abs(upper), Math.abs(lower));
    const im = unit * Math.sqrt(Math.abs(square(half / unit) + (upper / unit) * (lower / unit)));
    return [
      {re, im},
      {re, im: -im}
    ];
  });
}

/** How a message shows an eigenvalue. */
export function showComplex({re, im}: Complex): string {
  return im === 0 ? `${re}` : `${re} ± ${Math.abs(im)}i`;
}
