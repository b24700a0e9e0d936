import {existsSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {writeWhole} from "../sweeps/writeWhole.js";
import {publicFunctions} from "./publicNames.js";

/** The page of a public function, whose content is made of its docstring where it is rendered. */
export const pageOf = (name: string): string => `---
title: ${name}
---

<p class="breadcrumb">Reference / <a href="../api">Functions</a> / ${name}</p>

# ${name}

::: api ${name} :::

\`\`\`js
import {editableExamples} from "../components/example/editableExamples.js";

editableExamples();
\`\`\`
`;

/** Writes the pages of public functions that lack one, removes those of others, and names both. */
export function writePages(folder = join(root, "src/api")): string[] {
  const wanted = new Map(publicFunctions().map(({name}) => [`${name}.md`, pageOf(name)]));
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const stray = there.filter(file => !wanted.has(file));
  for (const file of stray) rmSync(join(folder, file));
  const changed = [...wanted].filter(
    ([file, text]) => !there.includes(file) || readFileSync(join(folder, file), "utf8") !== text
  );
  for (const [file, text] of changed) writeWhole(join(folder, file), text);
  return [...stray, ...changed.map(([file]) => file)];
}
