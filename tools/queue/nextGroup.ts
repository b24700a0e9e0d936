/** Seconds that a job of the queue should take a thread: its overhead is some milliseconds. */
const target = 3;
/** The most jobs of an experiment in one job of the queue. */
const most = 500;

/**
 * The first of `free` that make one job of the queue: one while nothing is known of their speed, then as many as
 * take some seconds, but towards the end so few that every thread has something.
 *
 * @param costs of all jobs of the experiment
 * @param speed cost per second and thread, once it is known
 */
export function nextGroup(
  free: readonly number[],
  {
    costs,
    speed,
    threads
  }: {readonly costs: readonly number[]; readonly speed?: number; readonly threads: number}
): number[] {
  if (speed === undefined) return free.slice(0, 1);
  const fair = Math.max(1, Math.ceil(free.length / (2 * Math.max(1, threads))));
  const group: number[] = [];
  let seconds = 0;
  for (const index of free) {
    seconds += costs[index] / speed;
    if (group.length > 0 && (seconds > target || group.length >= Math.min(most, fair))) break;
    group.push(index);
  }
  return group;
}
