import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Browser, chromium} from "playwright-core";
import {root} from "../root.js";
import {commandPath, installPackage} from "./systemPackage.js";

/** Without a window and what stands around it a page costs less than half the processor time. */
const shell = "chromium-headless-shell";
const systemBrowsers = [
  shell,
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome"
];

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
 * Path of a Chromium: `CHROME_PATH`, else the system's, the one without windows first, else Debian's
 * package where one may install it, else Playwright's own download.
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
  return commandPath(systemBrowsers);
}

/** Older releases have no package of the one without windows. */
const debian = (): string | undefined =>
  installPackage([shell, "chromium"]) ? system() : undefined;

function playwright(): string | undefined {
  console.error("downloading Playwright's chromium …");
  try {
    const cli = join(root, "node_modules/playwright-core/cli.js");
    execFileSync(process.execPath, [cli, "install", "chromium"], {
      stdio: ["ignore", 2, 2],
      timeout: 180_000
    });
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
