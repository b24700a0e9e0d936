import {spawn} from "node:child_process";
import {existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";

/** The line that is edited: what the library calls the stationary covariance, here too large by 9·10⁻¹⁶. */
export const edited = {
  file: "lib/stationary/sgdCovariance.ts",
  before: "heavyBallGain(ki, kj, rate, 0)",
  after: "heavyBallGain(ki, kj, rate, 0) * (1 + 2 ** -50)"
};
/** A page that shows its claim. */
const page = "/finite-rate/discrete-lyapunov";

export interface BadgeTimes {
  readonly edit: string;
  /** From saving the file to the preview's answer with the new badge. */
  readonly seconds: number;
}

/**
 * How long an author waits for a verdict: starts the preview of a project, saves one line in `lib/`, waits
 * until the preview has other evidence and asks for a page that shows it. The edit is taken back.
 *
 * @throws if one of these takes longer than ten minutes
 */
export async function badgeTimes(project = root): Promise<BadgeTimes[]> {
  const file = join(project, edited.file);
  const evidence = join(project, ".cache/claims.json");
  const source = readFileSync(file, "utf8");
  if (!source.includes(edited.before)) throw new Error(`${file} must hold ${edited.before}`);
  const port = 20_000 + (process.pid % 20_000);
  const preview = spawn(
    process.execPath,
    ["--import", "tsx", "tools/start.ts", "--port", String(port), "--no-open"],
    {cwd: project, stdio: "ignore", env: {...process.env, CI: "1"}}
  );
  const written = () => (existsSync(evidence) ? statSync(evidence).mtimeMs : 0);
  const answers = () =>
    fetch(`http://127.0.0.1:${port}${page}`).then(
      answer => answer.text().then(html => html.includes('class="badge"')),
      () => false
    );
  try {
    await until("the first answer", answers);
    await quiet(written);
    const before = written();
    // No result of an earlier measurement is stored under these bytes.
    const text = `${source.replace(edited.before, edited.after)}// ${Date.now()}\n`;
    const started = performance.now();
    writeFileSync(file, text);
    await until("new evidence", () => written() !== before);
    await until("the page", answers);
    return [{edit: edited.file, seconds: (performance.now() - started) / 1000}];
  } finally {
    writeFileSync(file, source);
    preview.kill();
  }
}

/** Waits until the preview has nothing left to do: its evidence is half a minute old. */
async function quiet(written: () => number): Promise<void> {
  const opened = Date.now();
  await until("quiet", () => Date.now() - Math.max(opened, written()) > 30_000);
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > 600_000) throw new Error(`${what}: not within ten minutes`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
