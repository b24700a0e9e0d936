import {fft} from "../random/fft.js";

/** A field in the plane on n × n points, first coordinate first: c = i + n·j. */
export interface PlaneField {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Helmholtz's decomposition of a field on a square with periodic continuation,
 *
 *     j = j_curl + j_div,   ĵ_curl = k(k·ĵ)/|k|²,   ĵ_div = ĵ − ĵ_curl:
 *
 * `curlFree` is a gradient, `divergenceFree` circulates; the mean of j is in the latter. For a field that
 * vanishes at the border the continuation disturbs little. n a power of two; the width of the square does
 * not matter. Source: notes, equation (55).
 *
 * @throws RangeError unless both components have n² values, n a power of two.
 */
export function helmholtz({x, y}: PlaneField): {curlFree: PlaneField; divergenceFree: PlaneField} {
  const n = Math.round(Math.sqrt(x.length));
  if (n * n !== x.length || y.length !== x.length || (n & (n - 1)) !== 0)
    throw new RangeError(
      `field must have n² values, n a power of 2, in x and y; got ${x.length} and ${y.length}`
    );
  const re = Float64Array.from(x);
  const im = Float64Array.from(y);
  transform(re, im, n);
  const [pre, pim] = [new Float64Array(n * n), new Float64Array(n * n)];
  const wave = (i: number) => (2 * i < n ? i : 2 * i === n ? 0 : i - n);
  for (let b = 0; b < n; b++)
    for (let a = 0; a < n; a++) {
      const [kx, ky] = [wave(a), wave(b)];
      if (kx === 0 && ky === 0) continue;
      const c = a + n * b;
      const m = ((n - a) % n) + n * ((n - b) % n);
      // Of z = x + iy: x̂(k) = (ẑ(k) + ẑ*(−k))/2, ŷ(k) = (ẑ(k) − ẑ*(−k))/2i.
      const [xr, xi] = [(re[c] + re[m]) / 2, (im[c] - im[m]) / 2];
      const [yr, yi] = [(im[c] + im[m]) / 2, (re[m] - re[c]) / 2];
      const size = kx * kx + ky * ky;
      const [dr, di] = [(kx * xr + ky * yr) / size, (kx * xi + ky * yi) / size];
      // k d̂ back into one complex field.
      pre[c] = kx * dr - ky * di;
      pim[c] = kx * di + ky * dr;
    }
  // The inverse by conjugation.
  for (let c = 0; c < n * n; c++) pim[c] = -pim[c];
  transform(pre, pim, n);
  const scale = 1 / (n * n);
  const curlFree = {x: pre.map(v => v * scale), y: pim.map(v => -v * scale)};
  return {
    curlFree,
    divergenceFree: {
      x: x.map((v, c) => v - curlFree.x[c]),
      y: y.map((v, c) => v - curlFree.y[c])
    }
  };
}

/** The two-dimensional transform in place. */
function transform(re: Float64Array, im: Float64Array, n: number): void {
  for (let b = 0; b < n; b++) fft(re.subarray(b * n, b * n + n), im.subarray(b * n, b * n + n));
  const [columnRe, columnIm] = [new Float64Array(n), new Float64Array(n)];
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      columnRe[b] = re[a + n * b];
      columnIm[b] = im[a + n * b];
    }
    fft(columnRe, columnIm);
    for (let b = 0; b < n; b++) {
      re[a + n * b] = columnRe[b];
      im[a + n * b] = columnIm[b];
    }
  }
}
