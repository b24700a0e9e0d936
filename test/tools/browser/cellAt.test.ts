import {expect, test} from "vitest";
import {cellAt} from "../../../tools/browser/cellAt.js";

const html = `<html>
<script type="module">
import {define} from "./client.js";

define({id: "07921599", body: () => {
const a = 1;
return {a};
}});

define({id: "f36ddabc", mode: "inline", body: () => {
display(
}});
</script>
<script>
later();`;

test.each([
  [1, undefined],
  [3, undefined],
  [5, "07921599"],
  [6, "07921599"],
  [8, "07921599"],
  [11, "f36ddabc"],
  [15, undefined]
])("line %i belongs to cell %s", (line, cell) => expect(cellAt(html, line)).toBe(cell));
