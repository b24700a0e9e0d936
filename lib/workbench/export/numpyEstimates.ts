/**
 * Python that estimates from influences: standard errors and intervals over the m clusters `ids` of the rows, Tr G and
 * ‖g‖² along rows, and Fieller's interval of their ratio. Takes n, d, c, q0 and `whole` from what stands above it.
 */
export const estimateLines: readonly string[] = `
out, prefix = {}, ''
def t_quantile(p, nu):  # of Student's law, t = nu^0.5 tan a: its density goes with cos(a)^(nu - 1)
    x, w = np.polynomial.legendre.leggauss(200)
    def area(b): a = b * (x + 1) / 2; return b / 2 * (w @ np.exp((nu - 1) * np.log(np.cos(a))))
    beta = lambda a: math.exp(math.lgamma(a) - math.lgamma(a + 0.5)) * math.pi ** 0.5 / 2
    whole, a = beta(nu / 2) if nu < 200 else area(min(1.57, 12 / nu ** 0.5)), 0.0
    for _ in range(60): a += ((2 * p - 1) * whole - area(a)) / math.cos(a) ** (nu - 1)
    return nu ** 0.5 * math.tan(a)
q0 = t_quantile(0.5 + level / 2, m - 1)
def cov(a, b): return 0.0 if whole else m / (m - 1) * (np.bincount(ids, a, m) @ np.bincount(ids, b, m)) / n ** 2
def se(a): return cov(a, a) ** 0.5
def quantile_of(a):  # Satterthwaite's degrees
    s = np.bincount(ids, a, m) ** 2
    if not s.sum() > 0: return q0
    nu = 2 * m / (m * ((s / s.sum()) ** 2).sum() - (m - 3) / (m - 1))
    return t_quantile(0.5 + level / 2, max(1, nu)) if nu < m - 1 else q0
def say(key, value, error=None, low=None, high=None, bias=None):
    parts = (('', value), (' standard error', error), (' low', low), (' high', high), (' bias', bias))
    out.update({prefix + key + part: x for part, x in parts if x is not None})
def exact(key, value): say(key, value, 0.0, value, value)
def positively(key, value, error, q, bias=None, low=None):
    with np.errstate(over='ignore'): F = np.exp(q * error / value) if value > 0 else 1.0
    if np.isfinite(value * F): say(key, value, error, value / F if low is None else low, value * F, bias)
    else: say(key, value, error, 0.0)
def around(key, value, error, q, least=-np.inf, most=np.inf, bias=None):
    inside = lambda x: min(most, max(least, x))
    say(key, value, error, inside(value - q * error), inside(value + q * error), bias)
def square_of(n, t, t2, Q, rank):  # unbiased Tr G^2, never below t^2 / rank
    k = (n - 1) / (n * (n - 2) * (n - 3)) if n > 3 else 0
    return max(k * ((n - 1) * (n - 2) * t2 + t * t - n * Q), t * t / rank) if n > 3 else t2
class Seen:  # Tr G and |g|^2 along rows W about their mean, W of the clusters' sums, and w of the mean
    def __init__(self, W, S, w):
        q = (W ** 2).sum(1); v = 0.0 if whole else m / (m - 1) * (S ** 2).sum() / n ** 2
        self.trace, self.phi = c * (q.mean() + v), c * (q - q.mean())
        self.bias = c * q.sum() / (n - 1) - self.trace
        self.mean, self.chi, self.v, self.error = w @ w, 2 * W @ w, v, se(self.phi)
        S = S * (m / n); a = (S ** 2).sum(1); P = S @ S.T if len(S) < S.shape[1] else S.T @ S
        square = square_of(m, a.sum() / (m - 1), (P ** 2).sum() / (m - 1) ** 2, (a ** 2).sum() / (m - 1), min(S.shape[1], m - 1))
        if not whole and not self.error > 1e-8 * self.trace: self.error = c * (2 * square) ** 0.5 / m
        if exact_mean: self.variance, self.chi = 0.0, 0 * self.chi; return
        self.mean, self.variance = self.mean - v, se(self.chi) ** 2 + 2 * square / m ** 2
def fieller(key, s):
    u = 2.0 ** np.frexp(s.trace)[1]; A, Q, vA, vQ = s.trace / u, s.mean / u, s.error ** 2 / u / u, s.variance / u / u
    above = Q > zero * A
    if whole: return exact(key, A / Q) if above else None
    between = cov(s.phi, s.chi) / u / u; a = Q * Q - q0 ** 2 * vQ; b = A * Q - q0 ** 2 * between
    e = A * A - q0 ** 2 * vA; root = max(0.0, b * b - a * e) ** 0.5
    low = max(0.0, e / (b + root)) if b + root > 0 else 0.0
    if not above: return say(key, None, None, low)
    error = max(0.0, vA - 2 * A / Q * between + (A / Q) ** 2 * vQ) ** 0.5 / Q
    say(key, A / Q, error, low, (b + root) / a if a > 0 else None)
def linear(key, weights):  # Tr W G along the eigenvectors of H, linear in G
    s = Seen((Y @ U) * weights ** 0.5, (S @ U) * weights ** 0.5, (mean @ U) * weights ** 0.5)
    positively(key, s.trace, s.error, quantile_of(s.phi))
`
  .trim()
  .split("\n");

/** Python that puts clusters in the order which the library draws by xoshiro128++ from these four words. */
export const shuffleLines: readonly string[] = `
def shuffled(k, s):
    order, M = list(range(k)), 2 ** 32 - 1; turn = lambda x, r: (x << r | x >> 32 - r) & M
    for i in range(k - 1, 0, -1):
        word = (turn((s[0] + s[3]) & M, 7) + s[0]) & M; t = s[1] << 9 & M
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = turn(s[3], 11)
        j = word * (i + 1) >> 32; order[i], order[j] = order[j], order[i]
    return np.array(order)
`
  .trim()
  .split("\n");
