import {execFileSync, type StdioOptions, spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Browser, chromium} from "playwright-core";
import {root} from "../root.js";

const systemBrowsers = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];

/**
 * Path of a Chromium: `CHROME_PATH`, else the system's Chromium or Chrome, else Debian's package
 * where one may install it, else Playwright's own download.
 *
 * @throws telling how to get one where none of these works
 */
export function findChromium(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names no file: ${chosen}`);
    return chosen;
  }
  return system() ?? debian() ?? playwright() ?? fail();
}

/** Starts Chromium without any background traffic of its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({executablePath: findChromium(), args: flags});
}

function system(): string | undefined {
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  if (existsSync(mac)) return mac;
  for (const name of systemBrowsers) {
    const {status, stdout} = spawnSync("sh", ["-c", `command -v ${name}`], {encoding: "utf8"});
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** How an installation runs: what it says goes to standard error, and it has three minutes. */
const installing: {stdio: StdioOptions; timeout: number} = {
  stdio: ["ignore", 2, 2],
  timeout: 180_000
};

function debian(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync("sh", ["-c", "command -v apt-get"]).status !== 0)
    return undefined;
  console.error("installing Debian's chromium …");
  const environment = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"]
  ])
    if (spawnSync("apt-get", args, {env: environment, ...installing}).status !== 0)
      return undefined;
  return system();
}

function playwright(): string | undefined {
  console.error("downloading Playwright's chromium …");
  try {
    const cli = join(root, "node_modules/playwright-core/cli.js");
    execFileSync(process.execPath, [cli, "install", "chromium"], installing);
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function fail(): never {
  throw new Error(
    "no Chromium found: set CHROME_PATH to one, or install Chromium or Chrome, or let " +
      "`npx playwright-core install chromium` reach its download host"
  );
}
