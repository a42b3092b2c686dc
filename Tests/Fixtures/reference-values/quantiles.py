"""Writes chi_squared_quantile.csv and t_quantile.csv: python3 quantiles.py, with mpmath 1.3.0 (some minutes).

Each quantile is the root of the logarithm of a tail less that of p, found in a bracket with 30 digits; the tail is the
integral of the density over the logarithm of x or t. p is the exact value of the Double that is written.
"""

import csv

from mpmath import exp, findroot, log, loggamma, mp, mpf, pi, quad

mp.dps = 30
SHARES = [1e-12, 1e-6, 0.001, 0.025, 0.3, 0.49]


def root(distance, start, step):
    """The root of a monotone function: a bracket widened from its start, then Anderson and Bjorck's method."""
    low, high = start, start + step
    while distance(low) * distance(high) > 0:
        low, high, step = low - step, high + step, 2 * step
    return findroot(distance, (low, high), solver="anderson", tol=1e-40, maxsteps=300, verify=False)


def share_beyond(log_density, start, scale):
    """The integral from start on, away from the middle where scale is above 0 or below it."""
    places = [start + scale * mpf(k) for k in (0, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 32, 64, 128, 256)]
    return quad(lambda w: exp(log_density(w)), sorted(places))


def chi_squared(p, degrees, tail):
    a = mpf(degrees) / 2
    constant = loggamma(a)
    # In w = ln x/2 the density has light tails on both sides.
    density = lambda w: a * w - exp(w) - constant
    scale = (1 if tail == "upper" else -1) / a**0.5
    return 2 * exp(root(lambda s: log(share_beyond(density, s, scale)) - log(mpf(p)), log(a), abs(scale)))


def student(p, degrees):
    v = mpf(degrees)
    constant = loggamma((v + 1) / 2) - loggamma(v / 2) - log(v * pi) / 2
    # In w = ln t likewise.
    density = lambda w: constant - (v + 1) / 2 * log(1 + exp(2 * w) / v) + w
    return -exp(root(lambda s: log(share_beyond(density, s, mpf(1) / 2)) - log(mpf(p)), mpf(0), mpf(1) / 2))


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    degrees = [1, 2, 3, 7.5, 20, 137, 1000, 10_000, 1_000_000]
    chi = [(d, p, t, chi_squared(p, d, t)) for d in degrees for p in SHARES for t in ("lower", "upper")]
    write("chi_squared_quantile.csv", ["degrees", "p", "tail", "x"], [(d, p, t, mp.nstr(x, 20)) for d, p, t, x in chi])
    degrees = [1, 2, 4.5, 7, 30, 150, 1999, 2000, 10_000, 1_000_000]
    t = [(d, p, student(p, d)) for d in degrees for p in SHARES]
    write("t_quantile.csv", ["degrees", "p", "t"], [(d, p, mp.nstr(x, 20)) for d, p, x in t])
