import {Matrix} from "ml-matrix";
import {type Chart, curve, type Series} from "../../components/chart/declaration.js";
import {fixed, scientific} from "../../components/format.js";
import {freedmanQuantile, freedmanTail} from "../../lib/budgets/freedmanBound.js";
import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {lyapunovIntegral, matrixExponential} from "../../lib/linalg/lyapunovIntegral.js";
import {rotatedCovariance, rotatedFactor} from "../../lib/linalg/rotatedCovariance.js";
import {binomialUpper} from "../../lib/statistics/binomialUpper.js";
import {ring} from "../ring.js";

/** The controls of the flow. */
export const flowControls = {
  spin: {
    label: "Spin $ω$ of the flow",
    min: 0,
    max: 4,
    step: 0.1,
    value: 1.5,
    format: (x: number) => fixed(x, 1)
  },
  damping: {
    label: "Weak damping",
    min: 0.05,
    max: 1,
    step: 0.05,
    value: 0.4,
    format: (x: number) => fixed(x, 2)
  },
  time: {
    label: "Kicks of the last $t$",
    min: 0.1,
    max: 6,
    step: 0.1,
    value: 1,
    format: (x: number) => fixed(x, 1)
  }
};

/** What the controls say. */
export type Flow = Readonly<Record<keyof typeof flowControls, number>>;

/** Variances of the kicks along and across their long axis, and its angle. */
const axes: [number, number] = [1.6, 0.05];
const turned = 30;
const Q = rotatedCovariance(axes, turned);

/** The flow with the solution of its Lyapunov equation by a direct solver, and the integral up to t. */
export function carried({spin, damping, time}: Flow) {
  const A = [
    [1, spin],
    [-spin, damping]
  ];
  const whole = continuousLyapunov(A, Q);
  const part = lyapunovIntegral(A, Q, time);
  const matrix = new Matrix(A);
  const left = Matrix.add(matrix.mmul(whole), whole.mmul(matrix.transpose()));
  return {
    A,
    whole,
    part,
    share: part.trace() / whole.trace(),
    residual: Matrix.sub(left, Q).norm()
  };
}

const entries = [
  {i: 0, j: 0, name: "$Σ_{11}$"},
  {i: 1, j: 1, name: "$Σ_{22}$"},
  {i: 0, j: 1, name: "$Σ_{12}$"}
];

/** Entries of the integral against the time that it covers, and of the solution. */
export function integralAgainstTime(flow: Flow): Chart {
  const {A, whole, part} = carried(flow);
  const {max} = flowControls.time;
  const times = Array.from({length: 61}, (_, k) => (max * k) / 60);
  const integrals = times.map(t => (t > 0 ? lyapunovIntegral(A, Q, t) : Matrix.zeros(2, 2)));
  return {
    title: "The Lyapunov integral as it fills",
    caption:
      "Solid: the entries of the integral over the kicks of the last $t$; dotted: those of the solution of the equation, by a direct solver. Dots: your $t$. The integral of Lemma A.3 ends where the equation says.",
    description:
      "Three curves that start at zero and level off, each at the dotted line of its entry.",
    shape: 0.42,
    x: {label: "time $t$ that the integral covers", column: "time", domain: [0, max], ticks: 6},
    y: {label: "covariance", column: "entry"},
    panels: [
      {
        series: [
          ...entries.map(
            ({i, j, name}): Series => ({
              is: "reference",
              name: `solution, ${name}`,
              as: "line",
              label: false,
              marks: [0, max].map(x => ({x, y: whole.get(i, j)}))
            })
          ),
          ...entries.flatMap(({i, j, name}): Series[] => [
            {
              is: "exact",
              name,
              marks: times.map((x, k) => ({x, y: integrals[k].get(i, j)})),
              near: 0.6
            },
            {
              is: "exact",
              name: `${name}, your choice`,
              as: "points",
              label: false,
              marks: [{x: flow.time, y: part.get(i, j)}]
            }
          ])
        ]
      }
    ]
  };
}

/** Ellipses of the kicks, of their carried sum up to t and of all, and one kick on its way. */
export function ellipses(flow: Flow): Chart {
  const {A, whole, part} = carried(flow);
  const kick = rotatedFactor(axes, turned).map(row => row[0]);
  const rings = [whole, part, Q].map(covariance => ring(covariance));
  const reach = 1.06 * Math.max(...rings.flat().flatMap(({x, y}) => [x, y].map(Math.abs)));
  const along = Array.from({length: 61}, (_, k) => {
    const [x, y] = matrixExponential(new Matrix(A).mul((-flow.time * k) / 60))
      .mmul(Matrix.columnVector(kick))
      .getColumn(0);
    return {x, y};
  });
  return {
    title: "Kicks that are carried along",
    caption:
      "Ellipses that contain 95 %. Thin: kicks of the last $t$; this ellipse grows with $t$, but always stays inside the solid one of all kicks: the integral increases in the Loewner order. Dotted: the kicks $Q$ of one unit of time, and one kick along the long axis of $Q$ on its way. Spin turns the stationary ellipse away from $Q$; weak damping stretches it.",
    description:
      "A large ellipse, a smaller one inside it that grows with time, the ellipse of the kicks, and a curve that spirals towards the centre.",
    square: true,
    x: {label: "first coordinate", column: "x", domain: [-1.35 * reach, 1.35 * reach]},
    y: {label: "second coordinate", column: "y", domain: [-reach, reach]},
    panels: [
      {
        series: [
          {is: "surrogate", name: "$Q$", as: "loop", marks: rings[2], near: 0.1},
          {
            is: "exact",
            name: "kicks of the last $t$",
            label: "last $t$",
            as: "loop",
            second: true,
            marks: rings[1],
            near: 0.6
          },
          {
            is: "exact",
            name: "all kicks, $Σ$",
            label: "all, $Σ$",
            as: "loop",
            marks: rings[0],
            near: 0.3
          },
          {is: "surrogate", name: "one kick", marks: along, label: false}
        ]
      }
    ]
  };
}

/** The controls of the game. */
export const gameControls = {
  trials: {
    label: "Trials $T$",
    min: 1,
    max: 11,
    step: 1,
    value: 6,
    format: (k: number) => String(2 ** k)
  },
  chance: {
    label: "Probability $p$",
    min: 0.01,
    max: 0.5,
    step: 0.01,
    value: 0.05,
    format: (x: number) => fixed(x, 2)
  },
  level: {
    label: "Level $δ$",
    min: 1,
    max: 8,
    step: 0.5,
    value: 3,
    format: (k: number) => scientific(10 ** -k, 0)
  }
};

/** What the controls say: trials and level as powers of two and of a tenth. */
export type Game = Readonly<Record<keyof typeof gameControls, number>>;

/** The game's tail, what bounds it, and where each comes down to the level. */
export function tailOf({trials, chance: p, level}: Game) {
  const T = 2 ** trials;
  const delta = 10 ** -level;
  const bounds = {variance: T * p * (1 - p), range: 1 - p};
  const ell = -Math.log(delta);
  const printed = Math.sqrt(2 * bounds.variance * ell) + (2 / 3) * bounds.range * ell;
  const farthest = 1.35 * printed;
  const gaussian = (lambda: number) => Math.exp((-lambda * lambda) / (2 * bounds.variance));
  const tail = Array.from({length: T + 1}, (_, k) => ({
    x: k - T * p,
    y: binomialUpper(k, T, p)
  })).filter(({x, y}) => x > 0 && x <= farthest && y > delta * 1e-3);
  return {
    delta,
    bounds,
    /** Where Freedman's bound is δ, and the printed form of that. */
    sharp: freedmanQuantile(bounds, delta),
    printed,
    farthest,
    gaussian,
    tail,
    /** Where the game is, if it reaches the level at all, and the first level at which the Gaussian bound fails. */
    reached: tail.find(({y}) => y <= delta)?.x,
    broken: tail.find(({x, y}) => y > gaussian(x))?.x
  };
}

/** Probability that a fair game reaches a level, and what bounds it. */
export function gameTail(game: Game): Chart {
  const {delta, bounds, sharp, printed, farthest, gaussian, tail} = tailOf(game);
  const lowest = delta * 1e-3;
  const visible = (f: (lambda: number) => number) =>
    curve(f, [farthest / 141, farthest], {points: 141}).filter(({y = 0}) => y > lowest / 10);
  return {
    title: "The tail of a fair game, and what bounds it",
    caption:
      "Dots: exact probabilities of reaching $λ$; solid: Freedman's bound; dotted: exp$(−λ^2/2v)$, which ignores the size of the steps, and fails for rare labels. On the level $δ$, diamonds: filled where the bound itself crosses it; open, to the right, where the printed second form says that it does.",
    description:
      "Falling curves on a logarithmic axis: exact dots below the solid bound, a dotted parabola that falls below the dots, and two marks on a level line.",
    shape: 0.5,
    x: {label: "distance $λ$ from the mean", column: "lambda", domain: [0, farthest]},
    y: {label: "probability", column: "probability", scale: "log", domain: [lowest, 2]},
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "$δ$",
            as: "line",
            marks: [0, farthest].map(x => ({x, y: delta})),
            near: 0.1
          },
          {is: "surrogate", name: "size of steps forgotten", marks: visible(gaussian), near: 0.6},
          {
            is: "exact",
            name: "Freedman",
            marks: visible(lambda => freedmanTail(bounds, lambda)),
            near: 0.3
          },
          {is: "exact", name: "the game", as: "points", marks: tail, near: 0.5},
          {
            is: "exact",
            name: "crossing",
            as: "points",
            label: false,
            marks: [{x: sharp, y: delta}]
          },
          {is: "printed", name: "as printed", marks: [{x: printed, y: delta}]}
        ]
      }
    ]
  };
}
