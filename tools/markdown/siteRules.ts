import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {type Environment, pageState, report} from "./page.js";
import type {Site} from "./site.js";

/** A core rule that reports items of the inventory which another page states too. */
export function uniqueStatements(site: Site): (state: StateCore) => void {
  return state => {
    const env = state.env as Environment;
    const page = pageState(env);
    if (page.scanning) return;
    const own = [...page.targets.values()].filter(({shared}) => shared);
    if (own.length === 0) return;
    for (const other of site.index().values()) {
      if (other.path === page.path) continue;
      for (const {id, line} of own) {
        const twin = other.targets.get(id);
        if (twin)
          report(
            env,
            line,
            `${id} stands at ${other.file}:${other.lineOffset + twin.line + 1} too`
          );
      }
    }
  };
}
