import {type Environment, pageState, report} from "./page.js";

/** Notes that the page carries `id`; a second one of the same name is a problem. */
export function addAnchor(env: Environment, id: string, line: number): void {
  const page = pageState(env);
  const first = page.anchors.get(id);
  if (first === undefined) page.anchors.set(id, line);
  else
    report(
      env,
      line,
      `duplicate id "${id}"; it stands on line ${page.lineOffset + first + 1} already`
    );
}
