import {existsSync} from "node:fs";
import {type Browser, launch} from "puppeteer-core";
import {commandPath, installPackage} from "./systemPackage.js";

/**
 * Path of a Firefox: `FIREFOX_PATH`, else the system's, else Debian's ESR where one may install it; undefined
 * where there is none to be had.
 *
 * @throws where FIREFOX_PATH names no file
 */
export function findFirefox(): string | undefined {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`FIREFOX_PATH names no file: ${chosen}`);
    return chosen;
  }
  const system = () => commandPath(["firefox-esr", "firefox"]);
  return system() ?? (installPackage(["firefox-esr"]) ? system() : undefined);
}

/** Starts Firefox without a window, over WebDriver BiDi. */
export function launchFirefox(executablePath: string): Promise<Browser> {
  return launch({browser: "firefox", executablePath, headless: true});
}
