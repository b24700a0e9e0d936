import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {
  continuousKramersRate,
  kramersRate,
  logKramersRate,
  printedKramersRate
} from "../../lib/escape/kramersRate.js";

const cases = [
  {curvatureMin: 1, curvatureBarrier: 1, barrier: 1, learningRate: 0.1, batchSize: 1, split: 0.5},
  {
    curvatureMin: 2,
    curvatureBarrier: 0.7,
    barrier: 0.4,
    learningRate: 0.6,
    batchSize: 3,
    split: 0.3
  },
  {curvatureMin: 0.5, curvatureBarrier: 3, barrier: 1, learningRate: 3.5, batchSize: 8, split: 0.9}
];

/** Composite Simpson rule. */
function integrate(f: (x: number) => number, from: number, to: number, intervals = 4000): number {
  const h = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

describe("kramersRate", () => {
  it("is J/P with both integrals of its derivation by quadrature, to 1e-9", () => {
    for (const options of cases) {
      const {
        curvatureMin: ka,
        curvatureBarrier: kb,
        barrier,
        learningRate,
        batchSize,
        split
      } = options;
      // The variance of w ← (1 − λk)w + λη, Var η = k/S, summed as a series.
      let variance = 0;
      for (let i = 0; i < 5000; i++)
        variance += (learningRate ** 2 * ka * (1 - learningRate * ka) ** (2 * i)) / batchSize;
      const tb = (learningRate * kb) / (2 * batchSize);
      const edge = Math.sqrt((2 * barrier) / ka);
      const inside = integrate(w => Math.exp((-w * w) / (2 * variance)), -edge, edge);
      const saddle = integrate(
        v => Math.exp((-kb * v * v) / (2 * tb)),
        -40 * Math.sqrt(tb / kb),
        40 * Math.sqrt(tb / kb)
      );
      const climb = (split * barrier) / (ka * variance) + ((1 - split) * barrier) / tb;
      const wanted = (tb * Math.exp(-climb)) / saddle / inside;
      expect(Math.abs(kramersRate(options) / wanted - 1)).toBeLessThan(1e-9);
      expect(kramersRate({...options, per: "update"})).toBe(learningRate * kramersRate(options));
    }
  });

  it("tends to the continuous rate as λ → 0 at fixed λ/S, with order 1 in λ", () => {
    const fine = (lambda: number) => {
      const options = {...cases[0], learningRate: lambda, batchSize: 1000 * lambda, barrier: 0.012};
      return Math.log(kramersRate(options) / continuousKramersRate(options));
    };
    expect(fine(0.01) / fine(0.005)).toBeGreaterThan(1.9);
    expect(fine(0.01) / fine(0.005)).toBeLessThan(2.1);
  });

  it("grows when the loss is scaled up, where the continuous rate over |k_b| stays", () => {
    const scaled = (r: number) => ({
      ...cases[0],
      curvatureMin: r,
      curvatureBarrier: r,
      barrier: r,
      learningRate: 0.2
    });
    expect(continuousKramersRate(scaled(4)) / 4).toBeCloseTo(continuousKramersRate(scaled(1)), 12);
    expect(kramersRate(scaled(4)) / 4).toBeGreaterThan(2 * kramersRate(scaled(1)));
  });

  it("refuses what it must", () => {
    expect(() => kramersRate({...cases[0], learningRate: 2})).toThrow(UnstableError);
    expect(() => kramersRate({...cases[0], split: 1.1})).toThrow(
      "split must lie in [0, 1]; got 1.1"
    );
    expect(() => kramersRate({...cases[0], barrier: 0})).toThrow(/barrier must lie in/);
    expect(() => kramersRate({...cases[0], per: "second" as "update"})).toThrow(/per must be/);
  });
});

describe("logKramersRate", () => {
  const deep = {
    curvatureMin: 1,
    curvatureBarrier: 1,
    barrier: 1,
    learningRate: 0.1,
    batchSize: 128,
    split: 0.5
  };

  it("is the logarithm of the rate where that is a number, per flow time and per update, to 8 ε", () => {
    for (const options of cases)
      for (const per of ["flow time", "update"] as const) {
        const logarithm = logKramersRate({...options, per});
        const rate = kramersRate({...options, per});
        expect(Math.abs(logarithm / Math.log(rate) - 1)).toBeLessThan(8 * Number.EPSILON);
      }
  });

  it("holds what float64 cannot, against 50 digits", () => {
    // mpmath, λ = mpf(0.1): log(sqrt((2-λ)/2)/(2*pi)/erf(sqrt(128*(2-λ)/λ))) - 256/λ*((2-λ)/4 + 1/2)
    expect(logKramersRate(deep)).toBeCloseTo(-2497.863523713603, 9);
    expect(() => kramersRate(deep)).toThrow(/logKramersRate has its logarithm, -2497\.86/);
  });

  it("refuses what is outside its validity", () => {
    const low = {...deep, barrier: 1e-9, curvatureBarrier: 10, learningRate: 1, batchSize: 1};
    for (const rate of [kramersRate, logKramersRate]) {
      expect(() => rate({...low, per: "update"})).toThrow(
        "barrier must be at least λ|k_b|/(2S) = 5, the temperature on its top; got 1e-9"
      );
      expect(() =>
        rate({
          ...deep,
          split: 1,
          curvatureBarrier: 10,
          curvatureMin: 100,
          learningRate: 0.0199999,
          batchSize: 1,
          barrier: 0.11
        })
      ).not.toThrow();
      expect(() =>
        rate({
          ...deep,
          split: 0,
          curvatureMin: 1e-3,
          curvatureBarrier: 90,
          learningRate: 1,
          batchSize: 1,
          barrier: 50
        })
      ).toThrow(/at most one escape per update.*got \d/);
      expect(() => rate({...deep, barier: 1} as never)).toThrow(/did you mean barrier\?/);
    }
  });
});

describe("printedKramersRate", () => {
  it("has the reciprocal prefactor: the product with kramersRate is the square of the rest", () => {
    for (const options of cases) {
      const {curvatureMin, curvatureBarrier, barrier, learningRate, batchSize, split} = options;
      const rest =
        (curvatureBarrier / (2 * Math.PI)) *
        Math.exp(
          ((-2 * batchSize * barrier) / learningRate) *
            ((split * (1 - (learningRate * curvatureMin) / 2)) / curvatureMin +
              (1 - split) / curvatureBarrier)
        );
      expect((printedKramersRate(options) * kramersRate(options)) / rest ** 2).toBeCloseTo(1, 12);
    }
  });
});

describe("continuousKramersRate", () => {
  it("is the stationary current over the occupation of the well, with an error that falls like T", () => {
    // A C¹ path of two parabolas, l·k_a = (1 − l)|k_b|, temperature T_a before l and T_b after it:
    // P = e^{−φ} J ∫ e^{φ}/T with φ = ∫ L′/T, absorbed well beyond the barrier.
    const ka = 1;
    const kb = 2;
    const split = kb / (ka + kb);
    const barrier = 1;
    const error = (lambda: number) => {
      const ta = (lambda * ka) / 2;
      const tb = (lambda * kb) / 2;
      const middle = Math.sqrt((2 * split * barrier) / ka);
      const top = middle + Math.sqrt((2 * (1 - split) * barrier) / kb);
      const phi = (w: number) =>
        w < middle
          ? (ka * w * w) / (2 * ta)
          : (split * barrier) / ta + ((1 - split) * barrier - (kb * (w - top) ** 2) / 2) / tb;
      const end = top + 8 * Math.sqrt(tb / kb);
      const start = -9 * Math.sqrt(ta / ka);
      // In two pieces, so that no Simpson interval straddles the step of the temperature.
      const n = 4000;
      const occupation = (from: number, to: number, tail: number, t: number) => {
        const h = (to - from) / n;
        let resistance = tail;
        let sum = 0;
        for (let i = n - 1; i >= 0; i--) {
          const [x, y] = [from + i * h, from + (i + 1) * h];
          const cell =
            (h / 6) * (Math.exp(phi(x)) + 4 * Math.exp(phi((x + y) / 2)) + Math.exp(phi(y)));
          const before = resistance;
          resistance += cell / t;
          if (y <= top + 1e-9)
            sum += (h / 2) * (Math.exp(-phi(x)) * resistance + Math.exp(-phi(y)) * before);
        }
        return {sum, resistance};
      };
      const eps = 1e-12;
      const upper = occupation(middle + eps, end, 0, tb);
      const lower = occupation(start, middle - eps, upper.resistance, ta);
      const exact = 1 / (upper.sum + lower.sum);
      const options = {
        curvatureMin: ka,
        curvatureBarrier: kb,
        barrier,
        learningRate: lambda,
        batchSize: 1,
        split
      };
      return Math.abs(continuousKramersRate(options) / exact - 1);
    };
    expect(error(0.1)).toBeLessThan(0.1);
    expect(error(0.05)).toBeLessThan(0.01);
    expect(error(0.025)).toBeLessThan(1e-3);
  });
});
