/** What a comment says that code gives: numbers in lists and objects, each with half a unit of its last digit. */
export type Answer =
  | {readonly number: number; readonly within: number}
  | readonly Answer[]
  | ReadonlyMap<string, Answer>;

const halves: Readonly<Record<string, string>> = {"½": "1/2", "¼": "1/4", "−": "-"};

/**
 * The value with which a comment begins; `X = ` may stand before it. A number of four digits or more is rounded, one
 * of fewer is exact.
 *
 * @throws Error where there is none
 */
export function answerOf(comment: string): Answer {
  let rest = comment.replace(/[½¼−]/g, sign => halves[sign]).replace(/^\w+ = (?=[[{\d-])/, "");
  const take = (pattern: RegExp): string => {
    const [found] = pattern.exec(rest) ?? [];
    if (found === undefined) throw new Error(`no value in “${comment}” at “${rest}”`);
    rest = rest.slice(found.length);
    return found;
  };
  const items = <T>(open: string, close: string, item: () => T): T[] => {
    take(new RegExp(`^\\${open}`));
    const found: T[] = [];
    while (!rest.startsWith(close)) {
      found.push(item());
      if (!rest.startsWith(close)) take(/^, /);
    }
    take(new RegExp(`^\\${close}`));
    return found;
  };
  const entry = (): [string, Answer] => {
    const key = take(/^\w+(?=: )/);
    take(/^: /);
    return [key, value()];
  };
  const value = (): Answer => {
    if (rest.startsWith("[")) return items("[", "]", value);
    if (rest.startsWith("{")) return new Map(items("{", "}", entry));
    return numberOf(take(/^-?\d+(?:\.\d+)?(?:e-?\d+)?(?:\/\d+)?/));
  };
  return value();
}

function numberOf(text: string): Answer {
  const [numerator, denominator = "1"] = text.split("/");
  const number = Number(numerator) / Number(denominator);
  const [mantissa, exponent = "0"] = numerator.split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const digits = mantissa.replace(/[^\d]|^[-0.]*/g, "").length;
  const isRounded = decimals > 0 && digits >= 4;
  const within = isRounded ? 0.5001 * 10 ** (Number(exponent) - decimals) : 1e-8;
  return {number, within: isRounded ? within : within * Math.max(1, Math.abs(number))};
}

/** Where a value is not what was said; empty where it is. */
export function differences(value: unknown, answer: Answer, at = "value"): string[] {
  if (answer instanceof Map)
    return [...answer].flatMap(([key, entry]) =>
      differences((value as Record<string, unknown>)?.[key], entry, `${at}.${key}`)
    );
  if (Array.isArray(answer)) {
    const list = listOf(value);
    if (list?.length !== answer.length) return [`${at} has not ${answer.length} entries`];
    return answer.flatMap((entry, i) => differences(list[i], entry, `${at}[${i}]`));
  }
  const {number, within} = answer as {number: number; within: number};
  return Math.abs(Number(value) - number) <= within
    ? []
    : [`${at} is ${String(value)}, not ${number}`];
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (typeof value === "object" && value !== null && "to2DArray" in value)
    return (value as {to2DArray(): unknown[]}).to2DArray();
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  return Array.isArray(value) ? value : undefined;
}
