import {parseArgs} from "node:util";

/** The options of a command, by name: with a value, which may stand several times, or without one. */
export type CommandOptions = Readonly<
  Record<
    string,
    {
      readonly type: "string" | "boolean";
      readonly multiple?: boolean;
      readonly default?: string | boolean;
    }
  >
>;

type Parsed<Options extends CommandOptions> = ReturnType<
  typeof parseArgs<{options: Options; allowPositionals: true; strict: true}>
>;

/** What a command line says: the values of its options, and the words that belong to none. */
export interface CommandLine<Options extends CommandOptions> {
  readonly values: Parsed<Options>["values"];
  readonly positionals: string[];
}

interface Syntax<Options extends CommandOptions> {
  readonly options: Options;
  /** Whether words that belong to no option are read. */
  readonly words?: boolean;
}

/**
 * Reads the command line of this process, or those of its words that are given. `--help` prints the usage and ends the process; a fault ends it
 * with status 1 and the line that `parseCommand` raises.
 */
export function readCommand<const Options extends CommandOptions>(
  usage: string,
  syntax: Syntax<Options>,
  given: readonly string[] = process.argv.slice(2)
): CommandLine<Options> {
  if (given.includes("--help")) {
    console.log(usage);
    process.exit();
  }
  // Whoever reads the first lines alone, as head does, closes the rest.
  process.stdout.on("error", ({code}: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit();
  });
  try {
    return parseCommand(given, syntax);
  } catch (error) {
    console.error(`${(error as Error).message}; --help lists what there is`);
    process.exit(1);
  }
}

/**
 * Reads a command line. A value may begin with one dash, as a negative number does.
 *
 * @throws RangeError on an option that there is not, one that is given twice, lacks its value or has one that it
 * does not take, and on a word where none is read; each with what was given
 */
export function parseCommand<const Options extends CommandOptions>(
  given: readonly string[],
  {options, words = false}: Syntax<Options>
): CommandLine<Options> {
  const {values, positionals, tokens} = parseArgs({
    args: [...given],
    options: options as Record<string, {type: "string"}>,
    strict: false,
    tokens: true,
    allowPositionals: true
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const {name, rawName, value, inlineValue} = token;
    if (!Object.hasOwn(options, name)) {
      const known = Object.keys(options).map(option => `--${option}`);
      throw new RangeError(
        known.length
          ? `option must be one of ${known.join(", ")}; got ${rawName}`
          : `there are no options but --help; got ${rawName}`
      );
    }
    if (seen.has(name) && !options[name].multiple)
      throw new RangeError(`${rawName} must be given once; got it again`);
    seen.add(name);
    const takes = options[name].type === "string";
    const missing = value === undefined || value === "" || (!inlineValue && value.startsWith("--"));
    if (takes && missing)
      throw new RangeError(`${rawName} must have a value; got ${value || "none"}`);
    if (!takes && inlineValue) throw new RangeError(`${rawName} takes no value; got ${value}`);
  }
  if (!words && positionals.length)
    throw new RangeError(`nothing but options is read; got ${positionals.join(" ")}`);
  return {values: values as Parsed<Options>["values"], positionals};
}

/**
 * The whole number that an option's text stands for.
 *
 * @throws RangeError unless it is one from `least` to `most`
 */
export function wholeNumber(option: string, text: string, least: number, most = Infinity): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(
      `${option} must be an integer ${most === Infinity ? `≥ ${least}` : `in [${least}, ${most}]`}; got ${text}`
    );
  return value;
}
