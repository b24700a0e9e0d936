import {readCommand} from "./readCommand.js";

const usage = `npm run ledger -- [claim …] [options]
  --json            one object per claim, as JSON
  --force           run every section, whatever is stored
  --mutants         what became of each mutant, and of each prediction scaled up
  --fresh-seeds n   run the simulated claims again with n other seeds and list their z
  --search n        try each claim that says "for all" on n drawn cases, and climb towards violation
  --seed k          the seed of that search; from the clock unless given
  --tame            the claims whose cases ask too little: none drawn, commuting, flat, far from their
                    bound; exits with 1 where one does not say why`;

const command = readCommand(usage, {
  words: true,
  options: {
    json: {type: "boolean", default: false},
    force: {type: "boolean", default: false},
    mutants: {type: "boolean", default: false},
    "fresh-seeds": {type: "string"},
    search: {type: "string"},
    seed: {type: "string"},
    tame: {type: "boolean", default: false}
  }
});

try {
  checkModes(command.values);
  // Loaded once the command line is read, so that --help and a fault answer at once.
  const {ledger} = await import("./claims/ledgerCommand.js");
  await ledger(command.values, command.positionals);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Refuses options of which one would be left unread. */
function checkModes(values: typeof command.values): void {
  const modes = (["fresh-seeds", "search", "tame"] as const).filter(mode => values[mode]);
  const own = (["mutants", "force"] as const).filter(option => values[option]);
  const given = [...modes, ...own].map(name => `--${name}`).join(", ");
  if (modes.length > 1 || (modes.length === 1 && own.length > 0))
    throw new Error(`--fresh-seeds, --search and --tame must stand alone; got ${given}`);
  if (values.seed !== undefined && values.search === undefined)
    throw new Error(`--seed is that of --search; got --seed ${values.seed} alone`);
}
