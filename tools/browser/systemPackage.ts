import {spawnSync} from "node:child_process";

/** Minutes that apt-get may take. */
const minutes = 5;

/** Where the first of these commands lies that this system has. */
export function commandPath(names: readonly string[]): string | undefined {
  for (const name of names) {
    const {status, stdout} = spawnSync("sh", ["-c", `command -v ${name}`], {encoding: "utf8"});
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/**
 * Installs the first of these Debian packages that there is; what apt-get says goes to standard error.
 *
 * @returns whether one was installed; false where this is no Debian, or not root
 */
export function installPackage(names: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || commandPath(["apt-get"]) === undefined) return false;
  console.error(`installing Debian's ${names[0]} …`);
  const aptGet = (...args: string[]) =>
    spawnSync("apt-get", args, {
      env: {...process.env, DEBIAN_FRONTEND: "noninteractive"},
      stdio: ["ignore", 2, 2],
      timeout: 60_000 * minutes
    }).status === 0;
  return (
    aptGet("update", "-qq") &&
    names.some(name => aptGet("install", "-y", "-qq", "--no-install-recommends", name))
  );
}
