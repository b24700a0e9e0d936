"""Processor milliseconds of NumPy and SciPy on one thread, a line `name milliseconds` for each problem of solvers.ts."""

import time

import numpy as np

random = np.random.default_rng(2)


def spd(n, condition):
    q, _ = np.linalg.qr(random.standard_normal((n, n)))
    return (q * np.geomspace(1, condition, n)) @ q.T


def best(name, run):
    run()
    times = []
    for _ in range(10):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    print(name, 1000 * min(times))


for d in (300, 1000):
    rows = random.standard_normal((2000, d))
    best(f"covariance-{d}", lambda: np.cov(rows.T))

try:
    from scipy import linalg
except ImportError:
    raise SystemExit

K, C = spd(300, 1e4), spd(300, 10)
A = random.standard_normal((300, 300))


def symmetric_lyapunov():
    values, vectors = linalg.eigh(K)
    inner = vectors.T @ C @ vectors / (values[:, None] + values[None, :])
    return vectors @ inner @ vectors.T


stable = A + 20 * np.eye(300)
inside = A * (0.9 / 18)
best("eigen", lambda: linalg.eigh(K))
best("symmetric", symmetric_lyapunov)
best("general", lambda: linalg.solve_continuous_lyapunov(stable, C))
best("discrete", lambda: linalg.solve_discrete_lyapunov(inside, C, method="bilinear"))
