import {element} from "./element.js";

/**
 * A table that is committed, since it takes too long for a build: an experiment at a multiple of its printed scale, as
 * `src/studies.json` has it.
 */
export interface Study {
  readonly experiment: string;
  readonly scale: number;
  /** The closure hash under which it was computed, and the one that the code has now. */
  readonly closure: string;
  readonly today: string;
  readonly commit: string;
  readonly sha256: string;
}

/**
 * The line below a study: how large it is, where it comes from, how to run it again, and whether today's code is the
 * code that computed it.
 *
 * @throws RangeError where there is no such study
 */
export function studyLine(
  studies: readonly Study[],
  {experiment, scale}: Pick<Study, "experiment" | "scale">
): HTMLElement {
  const study = studies.find(each => each.experiment === experiment && each.scale === scale);
  if (study === undefined) throw new RangeError(`no study of ${experiment} at scale ${scale}`);
  const {closure, today, commit, sha256} = study;
  return element(
    "p",
    {class: "provenance"},
    element("span", {}, `study: ${experiment} at ${scale} times the printed scale`),
    element("span", {title: "commit"}, commit),
    element("span", {title: `SHA-256 of the records: ${sha256}`}, `sha ${sha256.slice(0, 12)}`),
    element(
      "span",
      {title: `computed under ${closure}; today ${today}`},
      closure === today ? "computed with today's code" : "computed with an earlier version"
    ),
    element("code", {}, `npm run data -- ${experiment} --scale ${scale} --studies`)
  );
}
