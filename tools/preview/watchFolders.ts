import {type Dirent, type FSWatcher, lstatSync, readdirSync, statSync, watch} from "node:fs";
import {basename, join} from "node:path";

export interface Watched {
  close(): void;
}

/**
 * Calls `changed` with the path of whatever is saved, made, renamed or removed in some folders and all that
 * stands below them; links are not followed. Folders are watched, not files: an editor may save by renaming
 * another file over the old one, and a watcher of that hears of it once.
 *
 * @param shallow folders of which only the files count
 */
export function watchFolders(
  folders: readonly string[],
  changed: (path: string) => void,
  shallow: readonly string[] = []
): Watched {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string) => {
    for (const [path, watcher] of watchers)
      if (path === folder || path.startsWith(`${folder}/`)) {
        watcher.close();
        watchers.delete(path);
      }
  };
  const add = (folder: string, deep: boolean) => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (event, name) => {
      if (name === null || isEditors(name)) return;
      const path = join(folder, name);
      if (deep && event === "rename") {
        // Another folder may stand where one was.
        drop(path);
        if (lstatSync(path, {throwIfNoEntry: false})?.isDirectory()) add(path, true);
      }
      changed(path);
    });
    watcher.on("error", () => drop(folder));
    watchers.set(folder, watcher);
    if (deep)
      for (const entry of entriesOf(folder))
        if (entry.isDirectory() && !isEditors(entry.name)) add(join(folder, entry.name), true);
  };
  for (const folder of folders) if (isFolder(folder)) add(folder, true);
  for (const folder of shallow) if (isFolder(folder)) add(folder, false);
  return {close: () => [...watchers.keys()].forEach(drop)};
}

const isFolder = (path: string): boolean =>
  statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch {
    // It is gone already; its parent hears of that.
    return [];
  }
}

/** Whether a file is hidden or an editor's own: a backup, what it keeps while somebody types, the 4913 with which vim probes a folder. */
function isEditors(name: string): boolean {
  return /^[.#]|~$|^4913$/.test(basename(name));
}
