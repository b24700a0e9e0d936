import {join, relative} from "node:path";
import {afterEach, expect, test, vi} from "vitest";
import {formatProblem} from "../../../tools/markdown/problems.js";
import {checkSources} from "../../../tools/pages/checkSources.js";
import {fixtureSite} from "../markdown/site.js";

afterEach(() => vi.unstubAllEnvs());

const wrong = `# Wrong

$\\nope$ and [x](./nowhere) and [[nobody]].

\`\`\`ts
const two: number = "two";
\`\`\`
`;
const queried = `# Queried

\`\`\`ts
const tables = {number: FileAttachment("./data/number.arrow").url()};
\`\`\`

\`\`\`sql
SELECT nothing FROM nowhere
\`\`\`
`;
const loader =
  'export default {name: "number", seed: 1, spec: {}, jobs: () => [], table: () => ({})};';

test("finds what is wrong with a page, on that page alone, and says what it could not check", async () => {
  const site = fixtureSite({
    "src/wrong.md": wrong,
    "src/other.md": "# Other\n\n$\\nope$\n",
    "src/queried.md": queried,
    "data/number.arrow.ts": loader
  });
  vi.stubEnv("NOISEFLOOR_STORE", join(site, "store"));
  const {problems, unchecked} = await checkSources(site, ["wrong.md", "queried.md"]);
  const prefix = `${relative(process.cwd(), site)}/src/`;
  const found = problems.map(problem => formatProblem(problem).replace(prefix, "")).sort();
  expect(found).toEqual([
    expect.stringMatching(/^queried\.md:8 Cannot find name 'Inputs'/),
    expect.stringMatching(/^queried\.md:8 Cannot find name 'sql'/),
    expect.stringMatching(/^wrong\.md:3 TeX error in \\nope/),
    expect.stringMatching(/^wrong\.md:3 link to \.\/nowhere/),
    expect.stringMatching(/^wrong\.md:3 unresolved reference nobody/),
    expect.stringMatching(/^wrong\.md:6 Type 'string' is not assignable to type 'number'/)
  ]);
  expect(unchecked).toEqual([
    "verdicts: the ledger has not run (npm run ledger)",
    "SQL of src/queried.md: npm run data -- number computes the tables that it wants"
  ]);
});
