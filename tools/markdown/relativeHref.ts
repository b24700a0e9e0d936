import {posix} from "node:path";

/** The link from page `from` to `id` on page `to`: relative, so that it works below any base. */
export function relativeHref(from: string, to: string, id = ""): string {
  const hash = id && `#${encodeURIComponent(id)}`;
  if (from === to && hash) return hash;
  const path = posix.relative(posix.dirname(from), to);
  return (path.startsWith(".") ? path : `./${path}`) + hash;
}
