// Marsaglia and Tsang's ziggurat (2000) in float64, 256 layers, on a generator of its own
// (Marsaglia's multiply-with-carry pair): shares no code with lib/random.

const layers = 256;
const edge = 3.6541528853610088;
const area = 0.00492867323399;
const density = (x: number) => Math.exp((-x * x) / 2);
const xs = [area / density(edge), edge];
for (let i = 2; i < layers; i++)
  xs.push(Math.sqrt(-2 * Math.log(area / xs[i - 1] + density(xs[i - 1]))));
xs.push(0);

/** Standard normals, deterministic in the seed. */
export function ziggurat(seed: number): () => number {
  let a = (seed * 69069 + 362436069) >>> 0;
  let b = (seed * 1234567 + 521288629) >>> 0;
  const word = () => {
    a = (36969 * (a & 65535) + (a >>> 16)) >>> 0;
    b = (18000 * (b & 65535) + (b >>> 16)) >>> 0;
    return ((a << 16) + b) >>> 0;
  };
  const uniform = () => (word() * 2 ** 21 + (word() >>> 11) + 0.5) * 2 ** -53;
  return () => {
    for (;;) {
      const i = word() & (layers - 1);
      const u = 2 * uniform() - 1;
      const x = u * xs[i];
      if (Math.abs(x) < xs[i + 1]) return x;
      if (i === 0) {
        let tail: number;
        do tail = -Math.log(uniform()) / edge;
        while (-2 * Math.log(uniform()) < tail * tail);
        return u < 0 ? -edge - tail : edge + tail;
      }
      if (density(xs[i]) + uniform() * (density(xs[i + 1]) - density(xs[i])) < density(x)) return x;
    }
  };
}
