import {spawn} from "node:child_process";

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""]
};

/** Shows an address in the system's browser, where there is one. */
export function openBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], {stdio: "ignore", detached: true});
  child.on("error", () => console.error(`open ${url} in a browser`));
  child.unref();
}
