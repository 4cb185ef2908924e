#!/usr/bin/env python3
"""Times the work of tests/bench/grid_bench.cpp and learn_bench.cpp in Python's libraries: numpy, and numexpr, torch,
contourpy if installed.

Run as `./dev bench --peers`. One thread each; the best of several runs, in milliseconds, as JSON in the file named.
"""
import importlib
import json
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402

SIDE = 512
times = {}


def measure(name, work):
    work()
    best, until = float("inf"), time.perf_counter() + 1.0
    while time.perf_counter() < until:
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    times["peer: " + name] = 1e3 * best
    print(f"  {name:<44} {1e3 * best:9.3f} ms")


def found(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"  {module} is not installed")
        return None


x, y = np.meshgrid(np.linspace(-5, 5, SIDE), np.linspace(-5, 5, SIDE))


def polynomial():
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


def transcendental():
    return np.sin(3 * x) * np.cos(2 * y) * np.exp(-0.1 * (x * x + y * y))


def polynomial_gradient():
    a, b = x * x + y - 11, x + y * y - 7
    return a * a + b * b, 4 * x * a + 2 * b, 2 * a + 4 * y * b


def transcendental_gradient():
    s, c, e = np.sin(3 * x), np.cos(2 * y), np.exp(-0.1 * (x * x + y * y))
    f = s * c * e
    return f, 3 * np.cos(3 * x) * c * e - 0.2 * x * f, -2 * s * np.sin(2 * y) * e - 0.2 * y * f


measure("numpy polynomial", polynomial)
measure("numpy transcendental", transcendental)
measure("numpy polynomial gradient", polynomial_gradient)
measure("numpy transcendental gradient", transcendental_gradient)

points = np.random.default_rng(0).normal(size=(500, 2))
quarters = (points[:, :1] * points[:, 1:] > 0).astype(float)


class NumpyTraining:
    """A 2-8-8-1 tanh network on 500 points, full batch, log-loss, Adam; written as numpy is meant to be used."""

    def __init__(self):
        draw = np.random.default_rng(1).normal
        self.parameters = [draw(size=(2, 8)) / 2**0.5, np.zeros(8), draw(size=(8, 8)) / 8**0.5, np.zeros(8),
                           draw(size=(8, 1)) / 8**0.5, np.zeros(1)]
        self.means = [np.zeros_like(p) for p in self.parameters]
        self.squares = [np.zeros_like(p) for p in self.parameters]
        self.steps = 0

    def step(self):
        w1, b1, w2, b2, w3, b3 = self.parameters
        a1 = np.tanh(points @ w1 + b1)
        a2 = np.tanh(a1 @ w2 + b2)
        z = a2 @ w3 + b3
        e = np.exp(-np.abs(z))
        loss = np.mean(np.maximum(z, 0) - quarters * z + np.log1p(e))
        d3 = (np.where(z >= 0, 1, e) / (1 + e) - quarters) / len(points)
        d2 = (d3 @ w3.T) * (1 - a2 * a2)
        d1 = (d2 @ w2.T) * (1 - a1 * a1)
        gradient = [points.T @ d1, d1.sum(0), a1.T @ d2, d2.sum(0), a2.T @ d3, d3.sum(0)]
        self.steps += 1
        c1, c2 = 1 - 0.9**self.steps, 1 - 0.999**self.steps
        for p, g, m, v in zip(self.parameters, gradient, self.means, self.squares):
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            p -= 1e-3 * (m / c1) / (np.sqrt(v / c2) + 1e-8)
        return loss


training = NumpyTraining()
measure("numpy training 100 steps", lambda: [training.step() for _ in range(100)])

if numexpr := found("numexpr"):
    numexpr.set_num_threads(1)
    measure("numexpr polynomial", lambda: numexpr.evaluate("(x*x + y - 11)**2 + (x + y*y - 7)**2"))
    measure("numexpr transcendental", lambda: numexpr.evaluate("sin(3*x) * cos(2*y) * exp(-0.1*(x*x + y*y))"))

if torch := found("torch"):
    torch.set_num_threads(1)
    tx, ty = (torch.tensor(v, requires_grad=True) for v in (x, y))

    def autograd(f):
        def work():
            tx.grad = ty.grad = None
            f().sum().backward()
        return work

    measure("torch polynomial gradient", autograd(lambda: (tx * tx + ty - 11) ** 2 + (tx + ty * ty - 7) ** 2))
    measure("torch transcendental gradient", autograd(
        lambda: torch.sin(3 * tx) * torch.cos(2 * ty) * torch.exp(-0.1 * (tx * tx + ty * ty))))

if contourpy := found("contourpy"):
    z = polynomial()
    levels = np.linspace(z.min(), z.max(), 22)[1:-1]

    def contours():
        generator = contourpy.contour_generator(x, y, z, line_type=contourpy.LineType.Separate)
        return [generator.lines(level) for level in levels]

    measure("contourpy 20 levels", contours)

with open(sys.argv[1], "w", encoding="utf-8") as out:
    json.dump({"peers": times}, out, indent=4)
