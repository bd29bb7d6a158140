import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type Figure, figureProblems, plainDecimal } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import { redLineIn } from "@dutyloop/domain/assessment/validation/red-line-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { postFacts } from "../../../platform/facts/post-facts.ts";
import { reverseFacts, type StoredFact, standingFacts } from "../../../platform/facts/reverse-facts.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { figureFact } from "./book-import.ts";
import { oneAtATime, postingMonths } from "./deliver.ts";
import { type DeliveredFigure, deliveredFigures } from "./delivered-figures.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import { placeOfImport } from "./import-state.ts";
import { metricsOf } from "./metrics.ts";
import { partOf } from "./plan-import.ts";
import { publicityRefusal } from "./publicity-refusal.ts";

type Input = DeliveryFrame & {
  readonly factId: string;
  readonly instead: Figure | null;
  readonly reason: string;
};
type State = {
  readonly path: string;
  readonly figures: readonly DeliveredFigure[];
  /** The figure as it is booked; undefined where it no longer stands. */
  readonly fact: StoredFact | undefined;
  readonly metrics: ReadonlySet<string>;
  readonly inPublicity: Refusal | null;
};
type Decision = {
  readonly fact: StoredFact;
  readonly version: number;
  readonly afterClose: boolean;
};

/**
 * Corrects a figure that was delivered, or takes it back: a storno of its fact and, for a correction, a new fact in its
 * place. In an open month the sheet changes; after the close both are late and make an adjustment; in publicity only a
 * dispute changes anything. What was taken back stays known, so that the same file sent again doesn't bring it back.
 */
export const correctFigure: UseCase<Input, State, Decision, Answer<"correctFigure">> = {
  name: "assessment.correct_figure",
  access: "measure.import",
  postsIn: ({ month }) => postingMonths(month),
  async load(transaction, input, { actor }) {
    const { tenantId } = actor;
    const path = await placeOfImport(transaction, tenantId, input.organizationId);
    await oneAtATime(transaction, tenantId, input);
    const [fact] = await standingFacts(transaction, tenantId, input.organizationId, [input.factId]);
    return {
      path,
      fact,
      figures: await deliveredFigures(transaction, tenantId, input),
      metrics: new Set((await metricsOf(transaction, tenantId)).map(({ code }) => code)),
      inPublicity: await publicityRefusal(transaction, tenantId, input.month),
    };
  },
  place: ({ path }) => path,
  decide({ figures, fact, metrics, inPublicity }, { factId, instead, month }, { today, closedMonths }) {
    const figure = figures.find((one) => one.factId === factId.toLowerCase());
    if (!figure) return refuse("measure.figure_unknown", {}, "factId");
    if (figure.reversed || !fact) return refuse("measure.figure_reversed", {}, "factId");
    if (inPublicity) return inPublicity;
    const refusal =
      instead && (contentRefusal(instead, month, today, metrics) ?? sameRefusal(instead, figure, figures));
    return refusal ?? { fact, version: figure.newest + 1, afterClose: closedMonths.has(month) };
  },
  save(saving, { fact, version }, context, { organizationId, source, instead, reason }) {
    const replaced: Record<string, string> = instead === null ? {} : { instead: plainDecimal(instead.quantity) };
    reverseFacts(saving, context, [{ ...fact, details: { ...fact.details, reason, ...replaced } }]);
    if (instead === null) return;
    const draft = figureFact(instead, organizationId, source, { reason });
    const origin = { table: "receipt", id: fact.sourceId, version, part: partOf(instead), recordId: null };
    postFacts(saving, context, [{ draft, origin }]);
  },
  audit: ({ fact, afterClose }, { source, month, factId, instead, reason }) => ({
    object: `figure ${factId} of ${source} for ${month}`,
    before: {
      kind: fact.kind,
      occurredOn: fact.occurredOn,
      quantity: fact.quantity,
      base: fact.base,
      attributes: fact.attributes,
    },
    after: { instead, reason, afterClose },
  }),
  answer: ({ afterClose }) => ({ afterClose }),
};

function contentRefusal(
  figure: Figure,
  month: DeliveryFrame["month"],
  today: PlainDate,
  metrics: ReadonlySet<string>,
): Refusal | null {
  for (const word of [figure.metric ?? "", ...Object.values(figure.attributes).map(String)]) {
    const crossed = redLineIn(word);
    if (crossed) return refuse("measure.red_line", crossed, "instead");
  }
  const [problem] = figureProblems(figure, { month, today, metrics });
  return problem ? refuse(problem.code, problem.values, `instead.${problem.field}`) : null;
}

function sameRefusal(instead: Figure, corrected: DeliveredFigure, figures: readonly DeliveredFigure[]): Refusal | null {
  const part = partOf(instead);
  if (part === corrected.part) return refuse("measure.figure_unchanged", {}, "instead");
  const standsAlready = figures.some((one) => !one.reversed && one.part === part);
  return standsAlready ? refuse("measure.figure_twice", {}, "instead") : null;
}
