import type {Progress} from "../../lib/simulate/engine.js";
import {endProgress, leaveProgress} from "./progressFile.js";

/** The slowest speed that is shown, in steps per second: where it is lower, what is counted is no steps. */
const leastSpeed = 1e5;
/** Fraction of what is to be done from which on its speed says when the rest will be. */
const leastShare = 0.05;

/** How far a sweep is: one line on standard error, rewritten in place on a terminal, and left for a preview. */
export class ProgressLine implements Progress {
  private readonly started = performance.now();
  private costs: readonly number[] = [];
  private done = 0;
  private already = 0;
  private cells = 0;
  private lastShown = -Infinity;

  constructor(
    private readonly name: string,
    private readonly stream: NodeJS.WriteStream = process.stderr
  ) {}

  /** Begins with the cost of every job and the indices of those already finished. */
  start(costs: readonly number[], finished: readonly number[]): void {
    this.costs = costs;
    this.cells = finished.length;
    this.already = finished.reduce((sum, i) => sum + costs[i], 0);
    this.done = this.already;
    this.show();
  }

  advance(index: number): void {
    this.done += this.costs[index];
    this.cells++;
    this.show();
  }

  end(): void {
    this.show(true);
    if (this.stream.isTTY) this.stream.write("\n");
    endProgress(this.name);
  }

  private show(force = false): void {
    const now = performance.now();
    if (!force && now - this.lastShown < (this.stream.isTTY ? 100 : 2000)) return;
    this.lastShown = now;
    const line = this.line((now - this.started) / 1000);
    this.stream.write(this.stream.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
    leaveProgress(this.name, line);
  }

  private line(seconds: number): string {
    const total = this.costs.reduce((a, b) => a + b, 0);
    const fraction = total === 0 ? 1 : this.done / total;
    const rate = (this.done - this.already) / seconds;
    const bar = "█".repeat(Math.round(20 * fraction)).padEnd(20, "·");
    const share = (this.done - this.already) / (total - this.already);
    const left =
      share >= leastShare && share < 1 ? `, ${((total - this.done) / rate).toFixed(0)} s left` : "";
    const speed = rate >= leastSpeed ? `, ${(rate / 1e6).toFixed(1)} M steps/s` : "";
    return `${this.name} ${bar} ${this.cells}/${this.costs.length} blocks, ${seconds.toFixed(1)} s${speed}${left}`;
  }
}
