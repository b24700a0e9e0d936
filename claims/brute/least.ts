/**
 * The interval that is left of one in which `f` has a single minimum, when a third of it is taken away so
 * many times, each time the outer one on the side where `f` is larger.
 */
export function narrowed(
  f: (x: number) => number,
  ends: readonly [number, number],
  times: number
): [number, number] {
  let [low, high] = ends;
  for (let k = 0; k < times; k++) {
    const third = (high - low) / 3;
    if (f(low + third) < f(high - third)) high -= third;
    else low += third;
  }
  return [low, high];
}

/** Such an interval round the angle at which `f`, of period π, is least: among so many angles first. */
export function aroundLeastAngle(
  f: (angle: number) => number,
  angles: number,
  times: number
): [number, number] {
  let best = 0;
  for (let k = 1; k < angles; k++)
    if (f((k * Math.PI) / angles) < f((best * Math.PI) / angles)) best = k;
  return narrowed(f, [((best - 1) * Math.PI) / angles, ((best + 1) * Math.PI) / angles], times);
}
