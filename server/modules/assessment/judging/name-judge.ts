import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { visibleVersions } from "../schemes/version-rows.ts";
import { type JudgeKey, judgesHere, type NamedJudge } from "./judge-rows.ts";
import { judgingAccounts } from "./judging-accounts.ts";

type NewJudge = JudgeKey & { validFrom: PlainDate; validTo: PlainDate | null };
type State = {
  readonly path: string;
  readonly standing: readonly NamedJudge[];
  readonly isJudged: boolean;
  readonly mayJudge: boolean;
};

/** Names beforehand who judges an indicator at and below an organisation; only somebody whose role judges there. */
export const nameJudge: UseCase<NewJudge, State, { id: string }, { id: string }> = {
  name: "assessment.name_judge",
  access: "scheme.manage",
  async load(transaction, input, { actor }) {
    const { tenantId } = actor;
    const { path, judges } = await judgesHere(transaction, tenantId, input);
    const scope = { subtrees: [], exact: [path] };
    const versions = await visibleVersions<IndicatorBody>(
      transaction,
      tenantId,
      "indicator",
      scope,
      input.indicatorCode,
    );
    const accounts = await judgingAccounts(transaction, tenantId, path, input.validFrom, input.accountId);
    return {
      path,
      standing: judges,
      isJudged: versions.some(({ body }) => body.aggregation.form === "judges"),
      mayJudge: accounts.length > 0,
    };
  },
  place: ({ path }) => path,
  decide({ standing, isJudged, mayJudge }, { indicatorCode, validFrom, validTo }) {
    if (validTo !== null && validTo < validFrom)
      return refuse("judge.end_before_start", { from: validFrom }, "validTo");
    if (!isJudged) return refuse("judge.indicator_not_judged", { indicator: indicatorCode }, "indicatorCode");
    if (!mayJudge) return refuse("judge.account_cannot", {}, "accountId");
    const overlaps = standing.some(
      (judge) =>
        (validTo === null || judge.validFrom <= validTo) && (judge.validTo === null || judge.validTo >= validFrom),
    );
    return overlaps ? refuse("judge.named_already", {}, "accountId") : { id: uuidv7() };
  },
  save(saving, { id }, { actor }, input) {
    saving.insert("judge", {
      tenant_id: actor.tenantId,
      id,
      indicator_code: input.indicatorCode,
      organization_id: input.organizationId,
      account_id: input.accountId,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      named_by: actor.accountId,
    });
  },
  audit: ({ id }, input) => ({ object: `judge ${id}`, after: { ...input } }),
  answer: ({ id }) => ({ id }),
};
