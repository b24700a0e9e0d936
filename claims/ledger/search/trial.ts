import {type CaseClaim, type Context, claimKey, type Named} from "../claim.js";
import {compare, type Outcome} from "../compare.js";
import {type GeneralClaim, generalForm} from "../generalForm.js";

/** What one case says of a claim: every prediction against every route, and the mutant. */
export interface Trial {
  readonly outcomes: readonly Outcome[];
  readonly mutantPasses: boolean;
}

/** How many times the replicates of a refutation are, when it is tried again. */
const moreSamples = 16;
/** Standard errors beyond which a refutation by simulation stands. */
const decisive = 5;

/** Tries a claim on a single case, by the criterion for cases that are drawn. */
export async function tryCase(
  claim: CaseClaim<Named>,
  each: Named,
  context: Context
): Promise<Trial> {
  const form = formOn(claim, each);
  const outcomes = await outcomesOf(claim, form, context);
  if (claim.mutant.cases) return {outcomes, mutantPasses: false};
  const {predictions, measure} = form.mutant;
  const [mutant] = await outcomesOf(
    claim,
    {...form, predictions, routes: [{...form.routes[0], measure}]},
    context
  );
  return {outcomes, mutantPasses: mutant.passes};
}

/**
 * Whether a refutation stands: for a simulation, if 16 times the replicates with another stream are more
 * than five standard errors off; for anything else it does.
 */
export async function confirms(
  claim: CaseClaim<Named>,
  each: Named,
  context: Context
): Promise<boolean> {
  const form = formOn(claim, each);
  const sampled = form.routes.some(
    ({criterion}) => (criterion ?? form.criterion).kind === "sampled"
  );
  if (!sampled) return true;
  const again = {seed: context.seed + 1, scale: moreSamples * context.scale};
  const outcomes = await outcomesOf(claim, form, again);
  return outcomes.some(({passes, z}) => !passes && !(Math.abs(z) <= decisive));
}

/** The claim on one case; routes that draw samples are left out where there is another. */
function formOn(claim: CaseClaim<Named>, each: Named): GeneralClaim {
  const {search, printed: _, condition: __, ...rest} = claim;
  const exact = claim.routes.filter(
    ({criterion}) => (criterion ?? claim.criterion).kind !== "sampled"
  );
  return generalForm({
    ...rest,
    routes: exact.length > 0 ? exact : claim.routes,
    cases: [each],
    criterion: search?.criterion ?? claim.criterion
  } as unknown as CaseClaim<never>);
}

async function outcomesOf(
  claim: CaseClaim<Named>,
  {predictions, routes, criterion}: Pick<GeneralClaim, "predictions" | "routes" | "criterion">,
  context: Context
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const route of routes) {
    const measured = await route.measure(context);
    for (const prediction of predictions)
      outcomes.push(
        compare(
          claimKey(claim),
          claim.search?.criterion ?? route.criterion ?? criterion,
          await prediction(context),
          measured
        )
      );
  }
  return outcomes;
}
