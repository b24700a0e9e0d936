import {expect, test} from "vitest";
import {renderText} from "../../../tools/markdown/renderText.js";
import {renderAlone} from "./site.js";

test("quotes and apostrophes of prose are curly; code, formulas and tags are as they were", () => {
  const {body} = renderAlone(
    'The paper\'s "least" bound, `it\'s "code"`, $f\'$ and <b title="a">the students\' own</b> (c) --.\n'
  );
  expect(body).toContain("The paper’s “least” bound");
  expect(body).toContain("it's &quot;code&quot;");
  expect(body).toContain('<b title="a">the students’ own</b> (c) --.');
});

test("so are those of a question, and of what claims say", () => {
  const {body} = renderAlone('<p class="question">Is the paper\'s "less" less?</p>\n');
  expect(body).toContain('<p class="question">Is the paper’s “less” less?</p>');
  expect(renderText('The paper\'s own "words"')).toBe("The paper’s own “words”");
});
