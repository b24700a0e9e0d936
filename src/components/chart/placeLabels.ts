export type Point = readonly [number, number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A point with its bar, and whose it is. */
export interface Taken extends Box {
  readonly by?: unknown;
}

/** A label that wants to stand on something that is drawn, in pixels. */
export interface Wish {
  readonly width: number;
  readonly height: number;
  /** The corners of its line, or its points. */
  readonly path: readonly Point[];
  /** Whether the path is a line; else its points stand apart. */
  readonly joined: boolean;
  /** Where along the path it would rather stand, from 0 to 1. */
  readonly near: number;
  /** May stand to the right of the path's end, in the margin. */
  readonly beyond?: number;
  /** Whose it is: beside a point of another series it would name that one. */
  readonly by?: unknown;
}

/** What no label may cross. */
export interface Obstacles {
  readonly lines: readonly (readonly Point[])[];
  readonly boxes: readonly Taken[];
  readonly frame: Box;
}

/** Room that a label keeps around itself, and distances from its line that are tried, in pixels. */
const room = 2;
const distances = [5, 9, 14, 20];
/** Places along a line lie so far apart, in pixels. */
const stride = 12;

/**
 * A box for each label that crosses no line, no other label and not the frame, nearest to where it would rather stand, or null
 * where there is none. Labels are placed in the order given.
 */
export function placeLabels(wishes: readonly Wish[], obstacles: Obstacles): (Box | null)[] {
  const {frame} = obstacles;
  const segments = obstacles.lines.flatMap(line => segmentsOf(line, frame));
  const taken: Taken[] = [...obstacles.boxes];
  return wishes.map(wish => {
    const own = new Set(wish.joined ? segmentsOf(wish.path, frame).map(keyOf) : []);
    const others = segments.filter(segment => !own.has(keyOf(segment)));
    const strangers = taken.filter(({by}) => !wish.joined && by !== undefined && by !== wish.by);
    let best: Box | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const {box, cost, edge, from} of candidates(wish, frame)) {
      if (cost >= least) continue;
      const wide = grown(box, room);
      if (wide.left < frame.left || wide.right > edge) continue;
      if (wide.top < frame.top || wide.bottom > frame.bottom) continue;
      if (taken.some(other => overlap(wide, other))) continue;
      if (segments.some(segment => crosses(segment, wide))) continue;
      // A label as near to another line as to its own would name both; behind another line it would name that one.
      const near = grown(box, distances[0] + 4);
      const way: Segment = [from, nearest(box, from)];
      const across = wish.joined && others.some(segment => intersect(segment, way));
      const total =
        cost +
        (others.some(segment => crosses(segment, near)) ? 25 : 0) +
        (strangers.some(other => overlap(near, other)) ? 25 : 0) +
        (across ? 40 : 0);
      if (total < least) [best, least] = [box, total];
    }
    if (best) taken.push(best);
    return best;
  });
}

interface Candidate {
  readonly box: Box;
  readonly cost: number;
  /** How far to the right it may reach. */
  readonly edge: number;
  /** The point of the line that it stands at. */
  readonly from: Point;
}

function* candidates(wish: Wish, frame: Box): Generator<Candidate> {
  const {width, height, near, beyond} = wish;
  const places = placesOf(wish, frame);
  const last = places.at(-1)?.point;
  if (beyond !== undefined && last && frame.right - last[0] < 40) {
    const [, y] = last;
    for (const shift of [0, -7, 7, -13, 13])
      yield {
        box: boxAt(frame.right + 8, y + shift - height / 2, width, height),
        cost: Math.abs(shift),
        edge: beyond,
        from: last
      };
  }
  for (const {point, at} of places) {
    const [x, y] = point;
    const away = 60 * Math.abs(at - near);
    for (const distance of distances) {
      const above = y - distance - height;
      const below = y + distance;
      const corners: readonly (readonly [number, number, number])[] = [
        [x - width / 2, above, 0],
        [x - width / 2, below, 2],
        [x - width, above, 1],
        [x, above, 1],
        [x - width, below, 3],
        [x, below, 3],
        [x + distance + 3, y - height / 2, 2],
        [x - distance - 3 - width, y - height / 2, 3]
      ];
      for (const [left, top, turn] of corners)
        yield {
          box: boxAt(left, top, width, height),
          cost: away + 1.5 * (distance - distances[0]) + turn,
          edge: frame.right,
          from: point
        };
    }
  }
}

/** Places on a path within the frame, each with how far along the visible part it lies. */
function placesOf({path, joined}: Wish, frame: Box): {point: Point; at: number}[] {
  const seen = joined
    ? segmentsOf(path, frame).flatMap(([a, b]) => {
        const count = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / stride));
        return Array.from({length: count + 1}, (_, k): Point => {
          const t = k / count;
          return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
        }).filter(point => inside(point, frame));
      })
    : path.filter(point => inside(point, frame));
  const thinned: Point[] = [];
  for (const point of seen) {
    const last = thinned.at(-1);
    if (!joined || !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= stride / 2)
      thinned.push(point);
  }
  return thinned.map((point, k) => ({
    point,
    at: thinned.length > 1 ? k / (thinned.length - 1) : 0
  }));
}

type Segment = readonly [Point, Point];

const keyOf = ([a, b]: Segment) => `${a},${b}`;

/** The pieces of a line that may be seen; those shorter than two pixels are taken together. */
function segmentsOf(line: readonly Point[], frame: Box): Segment[] {
  const segments: Segment[] = [];
  let from = line[0];
  for (const [k, to] of line.entries()) {
    if (k === 0) continue;
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) < 2 && k < line.length - 1) continue;
    if ([...from, ...to].every(Number.isFinite) && crosses([from, to], frame))
      segments.push([from, to]);
    from = to;
  }
  return segments;
}

const boxAt = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height
});

const grown = ({left, top, right, bottom}: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by
});

const inside = ([x, y]: Point, {left, top, right, bottom}: Box) =>
  x >= left && x <= right && y >= top && y <= bottom;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The point of a box that is nearest to a point. */
const nearest = ({left, top, right, bottom}: Box, [x, y]: Point): Point => [
  Math.min(right, Math.max(left, x)),
  Math.min(bottom, Math.max(top, y))
];

/** Whether two segments have an inner point in common. */
function intersect([a, b]: Segment, [c, d]: Segment): boolean {
  const side = ([x, y]: Point, [x2, y2]: Point, [u, v]: Point) =>
    Math.sign((x2 - x) * (v - y) - (y2 - y) * (u - x));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether a segment and a box have a point in common (Liang and Barsky's clipping). */
export function crosses([[x, y], [x2, y2]]: Segment, {left, top, right, bottom}: Box): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [x2 - x, y2 - y];
  for (const [step, gap] of [
    [-dx, x - left],
    [dx, right - x],
    [-dy, y - top],
    [dy, bottom - y]
  ]) {
    if (step === 0) {
      if (gap < 0) return false;
    } else if (step < 0) from = Math.max(from, gap / step);
    else to = Math.min(to, gap / step);
    if (from > to) return false;
  }
  return true;
}
