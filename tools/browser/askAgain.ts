import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import type {Browser} from "playwright-core";
import {answersId} from "../../src/components/answers.js";

/** A query with what is bound to it, its tables with the names of their files, and the answer that a page holds. */
interface Question {
  readonly path: string;
  readonly query: string;
  readonly bound: readonly unknown[];
  readonly tables: readonly (readonly [name: string, file: string])[];
  readonly key: string;
  readonly answer: string;
}

/** How long the browser's engine may take for all of them, in milliseconds. */
const patience = 120_000;

/**
 * Asks the engine of a browser every query whose answer pages of a built site hold, and tells those that it answers
 * otherwise, with the page's path.
 *
 * @param pages paths as `pagesOf` gives them
 * @param base the address of the site, with a slash at its end
 */
export async function askAgain(
  browser: Browser,
  dist: string,
  base: string,
  pages: readonly string[]
): Promise<{readonly path: string; readonly message: string}[]> {
  const questions = pages.flatMap(path => questionsOf(dist, path));
  if (questions.length === 0) return [];
  const files = new Map(filesBelow(dist).map(file => [basename(file), base + file]));
  const component = (name: string) =>
    [...files].find(([file]) => new RegExp(`^${name}\\.[0-9a-f]+\\.js$`).test(file))?.[1] ?? "";
  const asked = questions.map(({query, bound, tables, key}) => ({
    query,
    bound,
    key,
    tables: Object.fromEntries(tables.map(([name, file]) => [name, files.get(file) ?? file]))
  }));
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  try {
    await page.goto(base + questions[0].path);
    const asking = page.evaluate(
      async ({asked, engine, answers}) => {
        const [{connect}, {writeAnswers}] = await Promise.all([import(engine), import(answers)]);
        const given: string[] = [];
        let ask = await connect({});
        let connected = "";
        for (const {query, bound, tables, key} of asked) {
          // Pages have tables of the same names.
          const wanted = JSON.stringify(tables);
          if (wanted !== connected) ask = await connect(tables);
          connected = wanted;
          given.push(writeAnswers(new Map([[key, await ask(query, bound)]])));
        }
        return given;
      },
      {asked, engine: component("engine"), answers: component("answers")}
    );
    // It ends with the page where it is late.
    asking.catch(() => {});
    const over = new AbortController();
    const answers = await Promise.race([asking, wait(patience, undefined, over)]);
    over.abort();
    if (answers === undefined)
      throw new Error(
        `the browser's engine has not answered ${questions.length} queries after ${patience / 1000} s`
      );
    return questions.flatMap(({path, query, answer}, i) => {
      const [[, given]] = JSON.parse(answers[i]);
      if (JSON.stringify(given) === answer) return [];
      return [{path, message: `the browser's engine answers otherwise than the page: ${query}`}];
    });
  } finally {
    await page.close();
  }
}

function questionsOf(dist: string, path: string): Question[] {
  const file = join(dist, `${path.replace(/(^|\/)$/, "$1index")}.html`);
  const script = new RegExp(
    `<script type="application/json" id="${answersId}">(.*?)</script>`,
    "s"
  );
  const text = script.exec(readFileSync(file, "utf8"))?.[1];
  if (text === undefined) return [];
  return JSON.parse(text).map(([key, answer]: [string, unknown]) => {
    const [query, bound, tables] = JSON.parse(key);
    return {path, query, bound, tables, key, answer: JSON.stringify(answer)};
  });
}

const filesBelow = (dist: string) =>
  readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(dist.length + 1));
