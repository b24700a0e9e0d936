import {findingGuides} from "../../lib/workbench/export/findingGuide.js";
import {element} from "../element.js";

/** From which number on each finding is made, as the code has it. */
export const thresholdsTable = (): HTMLElement =>
  element(
    "details",
    {class: "thresholds"},
    element("summary", {}, "When each is found"),
    element(
      "div",
      {class: "scroll", role: "region", "aria-label": "When each finding is made", tabindex: 0},
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", {scope: "col"}, "finding"),
            element("th", {scope: "col"}, "is made where")
          )
        ),
        element(
          "tbody",
          {},
          ...findingGuides.map(({code, threshold}) =>
            element(
              "tr",
              {},
              element("th", {scope: "row"}, element("a", {href: `#finding-${code}`}, code)),
              element("td", {}, threshold)
            )
          )
        )
      )
    )
  );
