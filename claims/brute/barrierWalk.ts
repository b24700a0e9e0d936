import type {BarrierCase} from "../cases/escape.js";

/**
 * A walk on 60 000 sites with the current −PL′ − TP′, or −PL′ − (TP)′ where `ito`, fed at a and
 * absorbed at `end`: P(a)/J and the probability up to b over J.
 */
export function walk(
  {well, top, height}: BarrierCase,
  ta: number,
  tb: number,
  {ito = false, toTop = false} = {}
) {
  const split = top / (well + top);
  const middle = Math.sqrt((2 * split * height) / well);
  const b = middle + Math.sqrt((2 * (1 - split) * height) / top);
  const start = -8 * Math.sqrt(ta / well);
  const end = toTop ? b : b + 8 * Math.sqrt(tb / top);
  const n = 60_000;
  const h = (end - start) / n;
  const temperature = (w: number) => (w < middle ? ta : tb);
  const slope = (w: number) => (w < middle ? well * w : top * (b - w));
  // Probabilities of sites n − 1, n − 2, … when one walker a unit of time reaches n.
  let [above, total, atStart] = [0, 0, 0];
  for (let i = n - 1; i >= 0; i--) {
    const w = start + i * h;
    const between = temperature(w + h / 2);
    const tilt = (h * slope(w + h / 2)) / between / 2;
    const up = ((ito ? temperature(w) : between) / (h * h)) * Math.exp(-tilt);
    const down = ((ito ? temperature(w + h) : between) / (h * h)) * Math.exp(tilt);
    const fed = w >= -h / 2;
    above = ((fed ? 1 : 0) + above * down) / up;
    if (w < b) total += above;
    if (fed) atStart = above / h;
  }
  return {total, atStart};
}

/** T_a and T_b of small steps, λk/(2S). */
export const temperatures = ({well, top, rate, batch}: BarrierCase) =>
  [well, top].map(k => (rate * k) / (2 * batch)) as [number, number];
