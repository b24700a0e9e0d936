import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {regressionSandwich} from "../../lib/noise/regressionSandwich.js";

const x = [0.1, 0.7, 1.3, 2.2, 2.9, 4.1, 5];
const y = [1, 0.4, 2.3, 2.1, 3.9, 3.2, 6];
const weights = [1, 2, 0.5, 1, 3, 1, 0.25];
const design = x.map(value => [1, value, value * value]);
const [n, p] = [x.length, 3];

/** Weighted least squares by the normal equations. */
function regress(rows: readonly number[], w: readonly number[], labels = y) {
  const X = new Matrix(rows.map(i => design[i]));
  const W = Matrix.diag(rows.map(i => w[i]));
  const bread = inverse(X.transpose().mmul(W).mmul(X));
  const beta = bread
    .mmul(X.transpose())
    .mmul(W)
    .mmul(Matrix.columnVector(rows.map(i => labels[i])));
  const residuals = rows.map((i, at) => labels[i] - X.mmul(beta).get(at, 0));
  return {beta, bread, residuals};
}

const all = x.map((_, i) => i);
const close = (a: Matrix, b: Matrix, share = 1e-11) =>
  expect(a.clone().sub(b).norm()).toBeLessThan(share * b.norm());

describe("regressionSandwich", () => {
  it.each([
    ["without weights", x.map(() => 1)],
    ["with weights", weights]
  ])("HC3 is the sum over refits that leave out one sample, %s", (_, w) => {
    const {beta, residuals} = regress(all, w);
    const sum = Matrix.zeros(p, p);
    for (const i of all) {
      const moved = Matrix.sub(
        regress(
          all.filter(j => j !== i),
          w
        ).beta,
        beta
      );
      sum.add(moved.mmul(moved.transpose()));
    }
    close(regressionSandwich({design, residuals, weights: w, kind: "HC3"}), sum, 1e-9);
  });

  it("HC2 is unbiased where errors are of one variance: the mean over all signs", () => {
    const {bread} = regress(
      all,
      x.map(() => 1)
    );
    const sum = Matrix.zeros(p, p);
    for (let signs = 0; signs < 2 ** n; signs++) {
      const labels = all.map(i => ((signs >> i) & 1 ? 2 : -2));
      const {residuals} = regress(
        all,
        x.map(() => 1),
        labels
      );
      sum.add(regressionSandwich({design, residuals, kind: "HC2"}));
    }
    close(sum.div(2 ** n), bread.mul(4), 1e-9);
  });

  it("HC0 and HC1 are the plain sum, and n/(n−p) times it", () => {
    const {bread, residuals} = regress(all, weights);
    const meat = Matrix.zeros(p, p);
    for (const i of all) {
      const row = Matrix.rowVector(design[i]).mul(weights[i] * residuals[i]);
      meat.add(row.transpose().mmul(row));
    }
    const plain = bread.mmul(meat).mmul(bread);
    close(regressionSandwich({design, residuals, weights, kind: "HC0"}), plain);
    const corrected = regressionSandwich({design, residuals, weights, kind: "HC1"});
    close(corrected, plain.mul(n / (n - p)));
  });

  it.each([
    [{kind: "HC4"}, "kind must be one of HC0, HC1, HC2, HC3; got"],
    [{residuals: [1]}, "residuals must have 7 entries; got 1"],
    [{weights: x.map(() => 0)}, "weights[0] must lie in (0, ∞); got 0"],
    [{design: x.map(v => [v, 2 * v])}, "design must have rank 2; column 1 depends on those before"],
    [{design: x.map((_, i) => (i === 0 ? [1, 1] : [1, 0]))}, "HC2 needs leverages below 1; row 0"]
  ])("refuses %j", (change, message) => {
    const good = {design, residuals: y, kind: "HC2"};
    expect(() => regressionSandwich({...good, ...change} as never)).toThrow(message);
  });
});
