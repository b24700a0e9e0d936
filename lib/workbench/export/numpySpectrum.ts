import {streamState} from "../../random/stream.js";

/** The four words from which the library shuffles clusters for a purpose. */
const wordsOf = (purpose: string): string =>
  `[${Array.from(streamState({seed: 1, experiment: "workbench", cell: purpose, replicate: 0})).join(", ")}]`;

/** Python that deals the clusters into the sets which the jackknife leaves out in turn. */
export const setLines: readonly string[] = [
  "K = min(20, m); set_of = np.empty(m, int)",
  `set_of[shuffled(m, ${wordsOf("jackknife")})] = np.arange(m) % K; sets = set_of[ids]`
];

/** Python for all that follows from the eigenvalues of a sample's G: with intervals, by influences and a jackknife. */
export const sampleSpectrumLines: readonly string[] = `
def joined(at):  # eigenvalues from one end that cannot be told apart
    phi = lambda k: c * Z[:, at[k]] ** 2 - lam[at[k]]
    first = J = phi(0); mu, k = lam[at[0]], 1
    while k < len(at):
        if not abs(mu - lam[at[k]]) <= max(3 * se(J - phi(k)), 1e-10 * abs(mu)): break
        mu, J, k = (k * mu + lam[at[k]]) / (k + 1), (k * J + phi(k)) / (k + 1), k + 1
    return k, mu, J, first
def bias_of(plain, deleted): x = (K - 1) * (np.mean(deleted) - plain); return x if np.isfinite(x) else 0.0
count, mu, J, first = joined(range(len(lam)))
e1 = se(first) if se(first - first.mean()) > 1e-8 * lam[0] else 2 ** 0.5 * lam[0] / m
Q = c * c * (q ** 2).sum() / (n - 1); square = square_of(n, t, t2, Q, min(d, n - 1))
k4 = (n - 1) / (n * (n - 2) * (n - 3)) if n > 3 else 0
of_trace = max(0, k4 * (2 * t2 + (n * n - 3 * n + 1) * t * t - n * Q)) if n > 3 else t * t
ratio = min(d, max(1, of_trace / square)); relative = c * c / (n - 1) * (Z ** 2 @ w) / t2 - 1
phi = 2 * ratio * (g.phi / g.trace - relative)
around('participationRatio', ratio, se(phi - phi.mean()), q0, 1, d, t * t / t2 - ratio)
most = out[prefix + 'participationRatio high']; bound = max(0, (t - q0 * g.error) / most)
parts = [Y[sets != k] - Y[sets != k].mean(0) for k in range(K)]
with np.errstate(all='ignore'):
    D = [(c * (x ** 2).sum() / np.float64(len(x) - 1), c * np.linalg.eigvalsh(x @ x.T if len(x) < d else x.T @ x)[-1] / np.float64(len(x) - 1)) for x in parts]
    of_largest, of_ratio = (0.0, 0.0) if len(lam) == 1 else (bias_of(lam[0], [b for a, b in D]), bias_of(t / lam[0], [a / b for a, b in D]))
plain = t / lam[0]; ratio_error = lambda x, a: se((g.phi - t / x * a) / x); pe = ratio_error(lam[0], first)
if count > 5:
    say('largestEigenvalue', None, None, min(bound, mu), lam[0] + q0 * e1)
    say('effectiveDimension', None, None, max(1, plain - q0 * pe), most)
elif count == 1:
    x = max(0.0, lam[0] - of_largest); positively('largestEigenvalue', x, e1, q0, lam[0] - x)
    x = min(d, max(1, plain - of_ratio)); around('effectiveDimension', x, pe, q0, 1, d, plain - x)
else:
    x = min(lam[0], max(mu, lam[0] - of_largest)); upper = t / mu
    say('largestEigenvalue', x, e1, max(0, min(bound, mu - q0 * se(J))), lam[0] + q0 * e1, lam[0] - x)
    x = min(upper, max(plain, plain - of_ratio))
    high = d if count == d else min(d, max(most, upper + q0 * ratio_error(mu, J)))
    say('effectiveDimension', x, pe, max(1, plain - q0 * pe), high, plain - x)
if n > d and lam[-1] > 1e-13 * lam[0]:
    _, nu, L, last = joined(range(len(lam) - 1, -1, -1)); x = lam[0] / lam[-1]
    low = max(1, mu / nu * np.exp(-q0 * se(J / mu - L / nu)))
    positively('conditionNumber', x, x * se(first / lam[0] - last / lam[-1]), q0, None, low)
seen, fourth = (c * q) ** 2, Q * (n - 1) / n; mean_square = max(0, fourth - t2) / n
if grouped:
    inside = [Z[ids == k].T @ Z[ids == k] - np.diag((ids == k).sum() * w / n) for k in range(m)]
    seen = c * c * m / (m - 1) * (np.array([(x ** 2).sum() for x in inside]) / np.bincount(ids))[ids]
    fourth = seen.mean(); mean_square = fourth / n
x = (mean_square / square) ** 0.5; phi = (seen - fourth) / square - 2 * fourth * relative / square
around('covarianceError', x, se(phi - phi.mean()) / n / (2 * x) if x > 0 else 0.0, q0, 0)
out[prefix + 'covarianceError.gaussian'] = ((1 + t * t / square) / n) ** 0.5
`
  .trim()
  .split("\n");

/** Python for the error that the two halves of the rows show. */
export const halvesLines: readonly string[] = [
  `half = np.zeros(m, bool); half[shuffled(m, ${wordsOf("halves")})[:m // 2]] = True; half = half[ids]`,
  "if 1 < half.sum() < n - 1:",
  "    A, B = (Z[x] - Z[x].mean(0) for x in (half, ~half))",
  "    apart = A.T @ A / (len(A) - 1) - B.T @ B / (len(B) - 1)",
  "    out[prefix + 'covarianceError.splitHalves'] = np.linalg.norm(apart) / (2 * t2 ** 0.5 / c)"
];

/** Python for the same of a whole population, which is exact. */
export const wholeSpectrumLines: readonly string[] = [
  "for key, x in (('largestEigenvalue', lam[0]), ('effectiveDimension', t / lam[0]), ('participationRatio', t ** 2 / t2)): exact(key, x)",
  "if n > d and lam[-1] > 1e-13 * lam[0]: x = lam[0] / lam[-1]; exact('conditionNumber', x)",
  "exact('covarianceError', 0.0); out[prefix + 'covarianceError.gaussian'] = 0.0"
];
