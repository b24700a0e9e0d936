import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pageCitation} from "../markdown/pageCitation.js";
import {root} from "../root.js";

interface FramedPage {
  readonly title: string | null;
  /** As Framework spells it: "/noise/alignment", "/index". */
  readonly path: string;
}

/** What stands above every page of a site that is not built at the printed scale; else nothing. */
export function scaleBanner(scale: number): string {
  if (scale === 1) return "";
  return (
    `<p class="scale-banner" role="note"><strong>Built at scale ${scale}.</strong> Sweeps ran with ` +
    `${scale} of their replicates: errors are larger than they would be on the published site.</p>`
  );
}

/** What stands below every page: how to cite it. The address is filled in where the page is served. */
export function citationFooter({title, path}: FramedPage): string {
  const {version, year} = released();
  const url = process.env.NOISEFLOOR_URL?.replace(/\/$/, "") ?? "";
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

/** Version and year of the release, from `CITATION.cff`. */
function released(): {version: string; year: number} {
  const text = readFileSync(join(root, "CITATION.cff"), "utf8");
  const field = (name: string) => new RegExp(`^${name}: "?([^"\\n]+)`, "m").exec(text)?.[1] ?? "";
  return {version: field("version"), year: Number(field("date-released").slice(0, 4))};
}

const markup = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
