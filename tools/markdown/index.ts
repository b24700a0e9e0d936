import type MarkdownIt from "markdown-it";
import {documentsOf, inventory} from "../../claims/inventory.js";
import {answerQuestion} from "./answers.js";
import {useApiBlocks} from "./apiBlock.js";
import {bibliographyAnchors, useBibliographyList} from "./bibliographyList.js";
import {useCurlyQuotes} from "./curlyQuotes.js";
import {linkGlossary} from "./glossary.js";
import {explicitHeadingIds, headingAnchors} from "./headings.js";
import {readHtml} from "./htmlRules.js";
import {checkLinks, collectLinks} from "./links.js";
import {useMath} from "./math.js";
import {numberEquations, renderMath, strayDollars} from "./mathRules.js";
import {createPageState, type Environment, type PageOptions} from "./page.js";
import {usePageList} from "./pageList.js";
import {useReadingPath} from "./readingPath.js";
import {useReferences} from "./references.js";
import {resolveReferences} from "./resolveReferences.js";
import {createSite} from "./site.js";
import {uniqueStatements} from "./siteRules.js";
import {useStatements} from "./statements.js";
import {readSymbolRows} from "./symbolRows.js";
import {captionTables} from "./tableCaptions.js";
import {unclosed} from "./unclosed.js";
import {undefinedReferences} from "./undefinedReferences.js";

/**
 * Teaches Framework's markdown-it formulas, statements, citations and references, and to refuse what
 * leads nowhere. A page's problems go to `options.sink`, which throws unless given.
 *
 * @example export default {markdownIt: md => useNoisefloor(md, {root: "src"})}
 */
export function useNoisefloor(md: MarkdownIt, options: PageOptions): MarkdownIt {
  const site = createSite(md, options);
  useCurlyQuotes(md);
  useMath(md);
  useStatements(md);
  useReferences(md, documentsOf(options.inventory ?? inventory));
  useBibliographyList(md, site);
  usePageList(md, site);
  useReadingPath(md, site);
  md.core.ruler.before("noisefloor_path", "noisefloor_answer", answerQuestion(site));
  useApiBlocks(md);

  const {ruler} = md.core;
  ruler.before("normalize", "noisefloor_page", state => {
    const env = state.env as Environment;
    if (env.noisefloor) return;
    const page = createPageState(env.path ?? "/unnamed", options);
    env.noisefloor = page;
    for (const fault of page.frontMatterFaults) page.sink({file: page.file, ...fault});
  });
  ruler.after("block", "noisefloor_captions", captionTables);
  // These see the tokens as written: before Framework cuts HTML at its expressions, before texts are
  // joined and before headings get their slugs.
  ruler.after("inline", "noisefloor_headings", explicitHeadingIds);
  ruler.after("inline", "noisefloor_glossary", linkGlossary(site));
  ruler.after("inline", "noisefloor_dollars", strayDollars);
  ruler.after("inline", "noisefloor_undefined", undefinedReferences);
  ruler.after("inline", "noisefloor_unclosed", unclosed);
  ruler.after("inline", "noisefloor_html", readHtml);
  ruler.after("inline", "noisefloor_symbols", readSymbolRows);
  // These see the page complete: first everything that can be named, then everything that names.
  ruler.push("noisefloor_anchors", headingAnchors);
  ruler.push("noisefloor_equations", numberEquations);
  ruler.push("noisefloor_bibliography", bibliographyAnchors(site));
  ruler.push("noisefloor_links", collectLinks);
  ruler.push("noisefloor_statements", uniqueStatements(site));
  ruler.push("noisefloor_math", renderMath(site));
  ruler.push("noisefloor_references", resolveReferences(site));
  ruler.push("noisefloor_check", checkLinks(site));
  return md;
}
