/** The least-squares slope of log error(h) against log h. */
export function fittedOrder(steps: number[], error: (h: number) => number): number {
  const x = steps.map(Math.log);
  const y = steps.map(h => Math.log(error(h)));
  const mean = (v: number[]) => v.reduce((a, b) => a + b) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  return (
    x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i] - my), 0) /
    x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0)
  );
}
