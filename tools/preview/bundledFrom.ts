import {extname} from "node:path";

/** Which files each loader was last bundled from, and so which loaders an edit can change. */
export class BundledFrom {
  private readonly stems = new Map<string, ReadonlySet<string>>();

  /** Notes the files of a loader's last bundle, as absolute paths. */
  set(loader: string, files: Iterable<string>): void {
    this.stems.set(loader, new Set(Array.from(files, stem)));
  }

  /** Notes that a loader must be bundled again, whatever changes next. */
  forget(loader: string): void {
    this.stems.delete(loader);
  }

  /**
   * The loaders, of those that there are, whose bundle may come out another: those that hold a changed
   * file, one that now comes before it (`six.js` before `six.ts`), or a file in a changed folder, and
   * those of which nothing is known.
   */
  affected(loaders: readonly string[], changed: ReadonlySet<string>): string[] {
    const paths = [...changed];
    return loaders.filter(loader => {
      const stems = this.stems.get(loader);
      if (stems === undefined) return true;
      return (
        paths.some(path => stems.has(stem(path))) ||
        [...stems].some(file => paths.some(path => file.startsWith(`${path}/`)))
      );
    });
  }
}

/** What an import can call a file: its path without extension, a folder for its `index`. */
const stem = (path: string): string =>
  path.slice(0, path.length - extname(path).length).replace(/\/index$/, "");
