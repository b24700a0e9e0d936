import {citationJs} from "./citationJs.js";

export interface CitedPage {
  readonly path: string;
  readonly title: string;
}

/** What a citation says of the site around the page. */
export interface CitedSite {
  readonly title: string;
  /** Where the site is published, without a slash at the end. */
  readonly url: string;
  readonly authors: readonly {readonly family: string; readonly given?: string}[];
  /** Of its release; undefined before. */
  readonly year?: number | undefined;
  readonly version: string;
}

export interface PageCitation {
  /** The CSL-JSON item. */
  readonly csl: object;
  readonly bibtex: string;
  /** One line in the APA style. */
  readonly text: string;
}

/**
 * How to cite a page of the site.
 *
 * @example pageCitation({path: "/noise/alignment", title: "Alignment"}, site).bibtex  // @misc{noisefloor-noise-alignment, …
 */
export function pageCitation({path, title}: CitedPage, site: CitedSite): PageCitation {
  const name = path.replace(/^\/|\/?index$/g, "").replaceAll("/", "-");
  const csl = {
    id: name ? `${site.title}-${name}` : site.title,
    type: "webpage",
    title,
    author: site.authors,
    ...(site.year !== undefined && {issued: {"date-parts": [[site.year]]}}),
    "container-title": site.title,
    version: site.version,
    URL: site.url + path.replace(/(^|\/)index$/, "$1")
  };
  const cite = new (citationJs().Cite)([csl]);
  return {
    csl,
    bibtex: cite.format("bibtex").trim(),
    text: cite.format("bibliography", {template: "apa", lang: "en-US", format: "text"}).trim()
  };
}
