/**
 * The `d` of a path, of absolute commands, with points that lie far outside of a picture drawn in to half its size
 * beyond its edges: drawers other than browsers need memory for what is clipped as if it were seen, and some end where
 * there is none.
 */
export function drawnIn(path: string, width: number, height: number): string {
  const within = (x: number, size: number) => Math.min(1.5 * size, Math.max(-0.5 * size, x));
  return path.replace(
    /(-?[\d.]+(?:e[+-]?\d+)?),(-?[\d.]+(?:e[+-]?\d+)?)/g,
    (_, x: string, y: string) => `${within(+x, width)},${within(+y, height)}`
  );
}
