import type {BudgetQuestion} from "../types.js";

interface Setting {
  /** Python for the factor from the noise of single samples to that of batches of b. */
  readonly share: string;
  /** The largest batch, where they hold no sample twice. */
  readonly most: number | undefined;
  readonly whole: boolean;
}

/**
 * Python for the best learning rate and batch size after so many gradients, of last and averaged iterate, along the
 * eigenvectors U of H with curvatures h: a grid, a golden section, and what the jackknife's sets leave of both.
 */
export const budgetLines = (
  {calls, start}: BudgetQuestion,
  {share, most, whole}: Setting
): string[] =>
  `
calls = ${calls}; batches = [2 ** k for k in range(64) if 2 ** k <= min(calls, ${most ?? "calls"})]
start = ${typeof start === "number" ? `2 * ${start} / (len(h) * h)` : `(U.T @ np.array(${JSON.stringify(Array.from(start))})) ** 2`}
rates = [0.999 * 2 / h[-1] * 10 ** (6 * (i - 60) / 60) for i in range(61)]
z = h / h[-1]; dip = z ** 2 @ start / (z ** 3 @ start) / h[-1] if start.any() else np.nan  # a step that leaves least
after = next((i for i, x in enumerate(rates) if x > dip), -1)
def weights(eta, b):  # excess that is left, and what multiplies the noise of each direction
    T = calls // b; share = ${share}; pull = eta * h; a = 1 - pull; twice = pull * (2 - pull)
    with np.errstate(all='ignore'):
        l = np.log1p(np.where(a > 0, -pull, pull - 2)); sign = np.where((a < 0) & (T % 2 == 1), -1, 1)
        less, less2 = np.where(a > 0, -np.expm1(T * l), 1 - sign * np.exp(T * l)), -np.expm1(2 * T * l)
        s = a * less / pull; spread = (T - 2 * s + a * a * less2 / twice) / (T * h) ** 2
    g = G = S = np.ones(len(h)); k = 1  # sums 1 + a + ..., their sum and that of their squares, by doubling
    for digit in bin(T)[3:]:
        p = 1 - pull * g; S = S + k * g * g + p * (2 * g * G + p * S); G = G + k * g + p * G; g = g + p * g; k *= 2
        if digit == '1': g = 1 + a * g; G = G + g; S = S + g * g; k += 1
    spread = np.where(pull * T < 1, (eta / T) ** 2 * S, spread)
    last = (h / 2 * (1 - less2) @ start, h / 2 * share * eta * eta * less2 / twice)
    return {'last': last, 'averaged': (h / 2 * (s / T) ** 2 @ start, h / 2 * share * spread)}
grid = [[weights(eta, b) for eta in rates] for b in batches]
def best(kind, G, only=None):
    risks = np.array([[e + w @ G for e, w in (x[kind] for x in line)] for line in grid])
    some = range(len(batches)) if only is None else [only]
    searched, found = [], (rates[0], 1, np.inf)
    for i in some:
        low = risks[i].min(); at = int(risks[i].argmin()); line = low, rates[at], max(0, at - 1), min(60, at + 1), i
        if after > 0:
            e, w = weights(dip, batches[i])[kind]
            if e + w @ G < low: line = e + w @ G, dip, after - 1, after, i
        searched.append(line)
    for low, rate, before, behind, i in searched:
        if low > 1.2 * min(x[0] for x in searched): continue
        def of(x): e, w = weights(np.exp(x), batches[i])[kind]; return e + w @ G
        ends = left, right = np.log(rates[before]), np.log(rates[behind])
        for _ in range(30):
            p, r = right - gold * (right - left), left + gold * (right - left)
            if of(p) < of(r): right = r
            else: left = p
        first = x = (left + right) / 2; e = min(5e-3, (np.log(2 / h[-1]) - x) / 40)
        for _ in range(2):  # the zero of the central difference of fourth order
            l, m, o, p, r = (of(x + j * e) for j in range(-2, 3)); bend = m - 2 * o + p
            way = e * (l - r + 8 * (p - m)) / (12 * bend) if bend > 0 else np.inf
            if not abs(way) < e: x = first; break
            x -= way
        if not (ends[0] < x < ends[1] and of(x) <= (1 + 1e-12) * of(first)): x = first
        risk = min(of(x), low)
        if risk < found[2]: found = (np.exp(x) if of(x) <= low else rate, batches[i], risk)
    return found, risks
gold = (5 ** 0.5 - 1) / 2; T = Y @ U; all_rows = c * (T ** 2).sum(0) / (n ${whole ? "" : "- 1"})
def without(k):
    x = T[sets != k]; k = len(x)
    with np.errstate(all='ignore'): return np.maximum(0, c * ((x ** 2).sum(0) - x.sum(0) ** 2 / k) / np.float64(k - 1))
for kind in ('last', 'averaged'):
    found, risks = best(kind, all_rows); key = 'budget.' + kind + '.'
    others = ${whole ? "[]" : "[best(kind, without(k), batches.index(found[1]))[0] for k in range(K)]"}
    for name, i in (('learningRate', 0), ('risk', 2)):
        x = np.array([o[i] for o in others]) / found[i]
        if i == 0 and not rates[1] < found[0] < rates[60]: out[key + name] = found[0]; continue  # an end is no optimum
        if len(x) == 0: exact(key + name, found[i]); continue
        positively(key + name, found[i], found[i] * ((K - 1) / K * ((x - x.mean()) ** 2).sum()) ** 0.5, q0)
    out[key + 'batchSize'] = found[1]; near = risks <= 1.05 * found[2]
    for name, j, own, axis in (('learningRate', 0, rates, 0), ('batchSize', 1, batches, 1)):
        good = [x for x, is_near in zip(own, near.any(axis)) if is_near] + [found[j]]
        out[key + 'region.' + name + '.0'], out[key + 'region.' + name + '.1'] = min(good), max(good)
`
    .trim()
    .split("\n");
