import {chart} from "../chart/chart.js";
import type {Chart} from "../chart/declaration.js";
import {textNodes} from "../chart/text.js";
import {element} from "../element.js";

/** A picture of an answer; in its place the sentence that says why there is none. */
export const drawn = (declared: Chart | string): HTMLElement =>
  typeof declared === "string" ? element("p", {class: "aside"}, declared) : chart(() => declared);

/** A sentence that follows the controls above it; nothing, where there is none. */
export const said = (sentence: string | null): HTMLElement =>
  element("p", {class: "bench-next", role: "status"}, ...(sentence ? textNodes(sentence) : []));
