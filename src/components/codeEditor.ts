import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap
} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {PostgreSQL, sql} from "@codemirror/lang-sql";
import {bracketMatching, HighlightStyle, syntaxHighlighting} from "@codemirror/language";
import {lintGutter, setDiagnostics} from "@codemirror/lint";
import {EditorState} from "@codemirror/state";
import {drawSelection, EditorView, keymap} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {element} from "./element.js";

export interface CodeEditor {
  readonly node: HTMLElement;
  text(): string;
  setText(text: string): void;
  /** Puts text where the cursor is. */
  insert(text: string): void;
  /** Marks what is wrong in its place; null for nothing. */
  mark(error: {readonly message: string; readonly from: number; readonly to: number} | null): void;
  focus(): void;
}

const colours = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--link)"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--holds)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--continuous)"},
  {tag: tags.comment, color: "var(--quiet)", fontStyle: "italic"},
  {tag: tags.typeName, color: "var(--conditional)"}
]);

const theme = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--rule)",
    fontSize: "0.8rem"
  },
  "&.cm-focused": {outline: "2px solid var(--link)", outlineOffset: "1px"},
  ".cm-scroller": {fontFamily: "var(--mono)", lineHeight: "1.6", maxHeight: "24rem"},
  ".cm-content": {caretColor: "var(--ink)", minHeight: "3.2em"},
  ".cm-cursor": {borderLeftColor: "var(--ink)"},
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    {backgroundColor: "var(--rule)"},
  "&.cm-focused .cm-matchingBracket": {backgroundColor: "var(--rule)"},
  ".cm-gutters": {backgroundColor: "var(--paper)", color: "var(--quiet)", border: "none"},
  ".cm-gutter-lint": {width: "1.2em"},
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--panel)",
    border: "1px solid var(--rule)"
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {fontFamily: "var(--mono)"},
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--paper)",
    backgroundColor: "var(--link)"
  },
  ".cm-diagnostic": {borderLeft: "4px solid var(--fails)", fontFamily: "var(--sans)"},
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--fails)"
  }
});

/** A command that leaves nothing to do for other bindings of its key. */
const handled = (action: () => void) => () => {
  action();
  return true;
};

/**
 * An editor of SQL. It stands in a shadow root, where its library brings its styles as an adopted sheet: the
 * policy of a page allows no `<style>`. Ctrl-Enter runs the query; Tab leaves the editor, as everywhere on a page.
 *
 * @param schema names of columns by table, for completion
 */
export function codeEditor(
  text: string,
  {
    label,
    schema,
    run
  }: {
    readonly label: string;
    readonly schema: Readonly<Record<string, readonly string[]>>;
    readonly run: () => void;
  }
): CodeEditor {
  const node = element("div", {class: "code"});
  const root = node.attachShadow({mode: "open"});
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{key: "Mod-Enter", run: handled(run)}]),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap
        ]),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        lintGutter(),
        sql({dialect: PostgreSQL, schema, upperCaseKeywords: true}),
        syntaxHighlighting(colours),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({"aria-label": label}),
        theme
      ]
    })
  });
  return {
    node,
    text: () => view.state.doc.toString(),
    setText: insert => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert}}),
    insert: words => {
      view.dispatch(view.state.replaceSelection(words));
      view.focus();
    },
    mark: error => {
      const {length} = view.state.doc;
      const diagnostics = error
        ? [
            {
              severity: "error" as const,
              message: error.message,
              from: Math.min(error.from, length),
              to: Math.min(error.to, length)
            }
          ]
        : [];
      view.dispatch(setDiagnostics(view.state, diagnostics));
      if (error) view.dispatch({selection: {anchor: diagnostics[0].from}, scrollIntoView: true});
    },
    focus: () => view.focus()
  };
}
