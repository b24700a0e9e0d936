import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pageCitation} from "../markdown/pageCitation.js";
import {root} from "../root.js";

interface FramedPage {
  readonly title: string | null;
  /** As Framework spells it: "/noise/alignment", "/index". */
  readonly path: string;
}

/**
 * Marks a page whose address may hold settings, before any of it is shown: what the build has put there was made
 * with others, and waits for its own.
 */
export const askedScript =
  '<script>if (location.search) document.documentElement.classList.add("asked");</script>';

/** Puts the theme that a reader chose on the page before any of it is shown, so that it does not flash. */
export const themeScript =
  '<script>try { const theme = localStorage.getItem("theme"); if (theme === "light" || theme === "dark") ' +
  "document.documentElement.dataset.theme = theme; } catch {}</script>";

/** What stands above every page of a site that is not built at the printed scale; else nothing. */
export function scaleBanner(scale: number): string {
  if (scale === 1) return "";
  const [how, errors] =
    scale < 1 ? ["fewer replicates or shorter runs", "larger"] : ["more replicates", "smaller"];
  return (
    `<p class="scale-banner" role="note"><strong>Built at scale ${scale}.</strong> Sweeps had ` +
    `${how} than on the published site: their errors are ${errors}.</p>`
  );
}

/**
 * The address that the site is published at, without a slash at its end; empty where none is named.
 *
 * @throws RangeError where NOISEFLOOR_URL is no such address
 */
export function siteUrl(): string {
  const url = process.env.NOISEFLOOR_URL ?? "";
  if (url && !(/^https?:\/\/[^/]/.test(url) && URL.canParse(url)))
    throw new RangeError(
      `NOISEFLOOR_URL must be the address of the site, with https:// or http:// before it; got ${url}`
    );
  return url.replace(/\/$/, "");
}

/** What stands below every page: how to cite it. The address is filled in where the page is served. */
export function citationFooter({title, path}: FramedPage): string {
  const {version, year} = released();
  const url = siteUrl();
  const {bibtex, text} = pageCitation(
    {path, title: title ?? "noisefloor"},
    {title: "noisefloor", url, authors: [{family: "The noisefloor authors"}], year, version}
  );
  const place = url ? "" : ` data-path="${path.replace(/(^|\/)index$/, "$1")}"`;
  return (
    `<details class="cite"><summary>Cite this page</summary><p${place}>${markup(text)}</p>` +
    `<pre tabindex="0"><code${place}>${markup(bibtex)}</code></pre></details>`
  );
}

/** Version and, once it is released, year of the release, from `CITATION.cff`. */
function released(): {version: string; year: number | undefined} {
  const text = readFileSync(join(root, "CITATION.cff"), "utf8");
  const field = (name: string) => new RegExp(`^${name}: "?([^"\\n]+)`, "m").exec(text)?.[1] ?? "";
  const year = field("date-released").slice(0, 4);
  return {version: field("version"), year: year ? Number(year) : undefined};
}

const markup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
