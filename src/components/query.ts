import {askedQuery, type EditorOptions, type QueryOptions} from "./askedQuery.js";
import {element} from "./element.js";

/** Editors by what they are of, with what they were given last. */
const editors = new Map<string, {readonly options: EditorOptions; readonly place: HTMLElement}>();

/** Whether the page has gone to the query that its address asks for. */
let gone = false;

/**
 * A query in an editor, which is fetched now; until it is there, the query as text. A figure that is drawn anew gets
 * the editor that it had, with what has been written in it, and the result that it showed.
 */
export function query(options: QueryOptions): HTMLElement {
  const known = editors.get(options.label);
  if (known?.options.sql === options.sql) {
    Object.assign(known.options, options);
    // Once the figure that is being made can be drawn in.
    queueMicrotask(() => known.options.again?.());
    return known.place;
  }
  const kept: EditorOptions = {...options};
  const text = element("pre", {tabindex: 0}, element("code", {}, options.sql.trim()));
  const place = element("div", {}, text);
  editors.set(options.label, {options: kept, place});
  const show = async () => {
    try {
      const {queryEditor} = await import("./queryEditor.js");
      const editor = await queryEditor(kept);
      // The keyboard may have gone on to the text that the editor takes the place of.
      const held = place.contains(document.activeElement);
      place.replaceChildren(editor);
      if (held) {
        const {shadowRoot} = editor.querySelector(".code") ?? {};
        shadowRoot?.querySelector<HTMLElement>(".cm-content")?.focus();
      }
      if (askedQuery(options.figure) !== null && !gone) place.scrollIntoView({block: "center"});
      gone = true;
    } catch (error) {
      editors.delete(options.label);
      const message = error instanceof Error ? error.message : String(error);
      place.append(
        element("p", {class: "fault", role: "alert"}, `the editor cannot be loaded: ${message}`)
      );
    }
  };
  // The build, where no frame comes, leaves the query as text.
  requestAnimationFrame(() => void show());
  return place;
}
