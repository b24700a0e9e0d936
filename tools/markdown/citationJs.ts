import {createRequire} from "node:module";

type CitationJs = typeof import("@citation-js/core");

let loaded: CitationJs | undefined;

/** Citation.js with its CSL and BibTeX formatters, loaded when a page first cites (it takes 0.3 s). */
export function citationJs(): CitationJs {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    loaded = require("@citation-js/core") as CitationJs;
    require("@citation-js/plugin-csl");
    require("@citation-js/plugin-bibtex");
    loaded.plugins.config.get("@bibtex").format.useIdAsLabel = true;
  }
  return loaded;
}
