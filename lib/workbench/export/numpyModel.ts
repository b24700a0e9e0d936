import type {ModelQuestion} from "../model.js";

/** Loss, slope and curvature along z = xᵀw, by model. */
const losses: Readonly<Record<ModelQuestion["kind"], readonly string[]>> = {
  linear: ["def at(z): return (z - y) ** 2 / 2, z - y, np.ones(n)"],
  logistic: [
    "def at(z):",
    "    p = np.where(z < 0, np.exp(np.minimum(z, 0)) / (1 + np.exp(np.minimum(z, 0))), 1 / (1 + np.exp(-np.maximum(z, 0))))",
    "    return np.logaddexp(0, z) - y * z, p - y, p * (1 - p)"
  ],
  probit: [
    "def at(z):",
    "    s = 2 * y - 1; t = s * z",
    "    P = np.array([math.erfc(-x / math.sqrt(2)) / 2 for x in t])",
    "    r = np.exp(-t * t / 2) / math.sqrt(2 * math.pi) / P",
    "    return -np.log(P), -s * r, r * (r + t)"
  ]
};

/**
 * Python that puts the gradients of a regression at its fit in the place of the table X, and its Hessian in H: Newton's
 * method on columns of mean 0 and variance 1, told in the units of the table.
 */
export const modelLines = ({
  kind,
  column
}: {
  readonly kind: ModelQuestion["kind"];
  readonly column: number;
}): string[] => [
  `y = X[:, ${column}]; Z = np.delete(X, ${column}, 1); n = len(X)`,
  "m, s = Z.mean(0), Z.std(0)",
  "Z = np.column_stack([np.ones(n), (Z - m) / s]); w = np.zeros(Z.shape[1])",
  ...losses[kind],
  "for _ in range(100):",
  "    loss, slope, curve = at(Z @ w)",
  "    step = np.linalg.solve(Z.T * curve @ Z, Z.T @ slope)",
  "    while at(Z @ (w - step))[0].mean() > loss.mean() * (1 + 1e-12): step = step / 2",
  "    w = w - step",
  "loss, slope, curve = at(Z @ w)",
  "back = np.eye(len(w)); back[1:, 1:] = np.diag(s); back[1:, 0] = m",
  "H = back @ (Z.T * curve @ Z / n) @ back.T; X = slope[:, None] * Z @ back.T"
];
