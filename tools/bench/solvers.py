"""Processor milliseconds of NumPy and SciPy on one thread: solves the problem of solvers.ts that a line names, once.

Answers with a number, `nan` for a problem that is not here; begins with a line `ready`.
"""

import sys
import time

import numpy as np

random = np.random.default_rng(2)


def spd(n, condition):
    q, _ = np.linalg.qr(random.standard_normal((n, n)))
    return (q * np.geomspace(1, condition, n)) @ q.T


problems = {}
for d in (300, 1000):
    rows = random.standard_normal((2000, d))
    problems[f"covariance-{d}"] = lambda rows=rows: np.cov(rows.T)

try:
    from scipy import linalg
except ImportError:
    linalg = None

K, C = spd(300, 1e4), spd(300, 10)
A = random.standard_normal((300, 300))


def symmetric_lyapunov():
    values, vectors = linalg.eigh(K)
    inner = vectors.T @ C @ vectors / (values[:, None] + values[None, :])
    return vectors @ inner @ vectors.T


stable = A + 20 * np.eye(300)
inside = A * (0.9 / 18)
if linalg:
    problems["eigen"] = lambda: linalg.eigh(K)
    problems["symmetric"] = symmetric_lyapunov
    problems["general"] = lambda: linalg.solve_continuous_lyapunov(stable, C)
    problems["discrete"] = lambda: linalg.solve_discrete_lyapunov(inside, C, method="bilinear")

print("ready", flush=True)
for line in sys.stdin:
    run = problems.get(line.strip())
    start = time.process_time()
    if run:
        run()
    print(1000 * (time.process_time() - start) if run else "nan", flush=True)
