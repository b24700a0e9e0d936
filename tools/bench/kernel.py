"""NumPy doing the kernel's sweeps; prints million vector steps per second for each variant.

d = 2: noise of two independent coordinates, running first and second moments of the state.
d = 10: noise with a full lower-triangular factor, final states only.
typical: one vectorised step per line over 500 replicates. best: everything in place, noise drawn
and shaped for many steps at once in either precision, and as many replicates as are fastest.
"""

import time

import numpy as np


def problem(d):
    decay = np.array([0.95, 0.995]) if d == 2 else 1 - 0.1 * np.arange(1, d + 1) / d
    i, j = np.indices((d, d))
    factor = np.where(j <= i, 1.0 / (1 + np.abs(i - j)), 0.0)
    return decay, 0.25, factor


def typical(d, steps, replicates=500):
    rng = np.random.default_rng(1)
    decay, gain, factor = problem(d)
    theta = np.zeros((replicates, d))
    first = np.zeros((replicates, d))
    second = np.zeros((replicates, d))
    cross = np.zeros(replicates)
    for _ in range(steps):
        z = rng.standard_normal((replicates, d))
        if d == 2:
            theta = decay * theta + gain * z
            first += theta
            second += theta**2
            cross += theta[:, 0] * theta[:, 1]
        else:
            theta = decay * theta + gain * (z @ factor.T)
    return steps * replicates


def best(d, steps, replicates, block, dtype):
    rng = np.random.Generator(np.random.SFC64(1))
    decay, gain, factor = problem(d)
    decay = decay[:, None]
    theta = np.zeros((d, replicates))
    first = np.zeros((d, replicates))
    second = np.zeros((d, replicates))
    cross = np.zeros(replicates)
    draws = np.empty((block, d, replicates), dtype)
    noise = np.empty((block, d, replicates))
    factor = (gain * factor).astype(dtype)
    shaped = np.empty_like(draws)
    for _ in range(steps // block):
        rng.standard_normal(out=draws, dtype=dtype)
        if d == 2:
            draws *= dtype(gain)
        else:
            np.matmul(factor, draws, out=shaped)
        for n, path in zip(draws if d == 2 else shaped, noise):
            theta *= decay
            theta += n
            if d == 2:
                path[...] = theta
        if d == 2:
            first += np.einsum("tir->ir", noise)
            second += np.einsum("tir,tir->ir", noise, noise)
            cross += np.einsum("tr,tr->r", noise[:, 0], noise[:, 1])
    return (steps // block) * block * replicates


def rate(run):
    fastest = 0.0
    for _ in range(3):
        start = time.perf_counter()
        done = run()
        fastest = max(fastest, done / (time.perf_counter() - start))
    return fastest / 1e6


print("typical 2", rate(lambda: typical(2, 10000)))
print("typical 10", rate(lambda: typical(10, 3000)))
for d in (2, 10):
    steps = 4_000_000 if d == 2 else 1_000_000
    options = [(500, 16), (2000, 8), (5000, 8), (2000, 32), (10000, 4)]
    rates = [
        rate(lambda: best(d, steps // r, r, k, dtype))
        for r, k in options
        for dtype in (np.float32, np.float64)
    ]
    print(f"best {d}", max(rates))
