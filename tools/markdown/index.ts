import type MarkdownIt from "markdown-it";
import {useMath} from "./math.js";
import {numberEquations, renderMath, strayDollars} from "./mathRules.js";
import {createPageState, type Environment, type PageOptions} from "./page.js";
import {useStatements} from "./statements.js";

/**
 * Teaches Framework's markdown-it formulas, statements, citations and references.
 *
 * @example export default {markdownIt: md => useNoisefloor(md, {root: "src"})}
 */
export function useNoisefloor(md: MarkdownIt, options: PageOptions): MarkdownIt {
  useMath(md);
  useStatements(md);
  md.core.ruler.before("normalize", "noisefloor_page", state => {
    const env = state.env as Environment;
    env.noisefloor ??= createPageState(env.path ?? "/unnamed", options);
  });
  md.core.ruler.after("inline", "noisefloor_dollars", strayDollars);
  md.core.ruler.push("noisefloor_equations", numberEquations);
  md.core.ruler.push("noisefloor_math", renderMath);
  return md;
}
