import type {StepAhead} from "../../lib/workbench/tableAnswer.js";

/** Seconds of a step of order 1000, until a step in this tab has shown its own. */
const usual = 10;

/** Steps below this order are too short to learn from. */
const least = 200;

/** What a bar shows while the worker is inside a long step, from which no word comes: guessed from the cube of its order. */
export interface Pace {
  /** A step begins, at a time in seconds; the one before it has ended. */
  begin(ahead: StepAhead, now: number): void;
  /** How long the step will take, in seconds; undefined for a short one. */
  expected(): number | undefined;
  /** The share of the whole that is behind at a time: it grows, and stays below where the step ends. */
  share(now: number): number;
}

export function paceOfSteps(): Pace {
  let step: StepAhead = {doing: "", share: 0};
  let began = 0;
  let rate = usual;
  const cube = () => ((step.order ?? 0) / 1000) ** 3;
  const expected = () => (step.order === undefined ? undefined : rate * cube());
  return {
    begin(ahead, now) {
      const follows = ahead.share >= step.share;
      if (follows && (step.order ?? 0) >= least) rate = (now - began) / cube();
      step = ahead;
      began = now;
    },
    expected,
    share(now) {
      const {share, until = share} = step;
      const whole = expected();
      if (!whole) return share;
      return share + (until - share) * (1 - Math.exp((-1.5 * (now - began)) / whole));
    }
  };
}
