import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateReview } from "@dutyloop/domain/standards/template-lifecycle.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { type NamedVersion, type VersionStanding, versionStanding, versionUnknown } from "./version-standing.ts";

type Input = NamedVersion & TemplateReview & { readonly note: string };
type Decision = { readonly reviewers: number };

/**
 * A reviewer scores a version in its trial or acceptance by 实用性, 规范性 and 针对性; to score it again changes his own
 * scores. Nobody reviews what he published himself.
 */
export const reviewTemplate: UseCase<Input, VersionStanding, Decision, { reviewers: number }> = {
  name: "standards.review_template",
  access: "template.review",
  load: (transaction, input, { actor, today }) => versionStanding(transaction, actor.tenantId, input, today),
  place: ({ path }) => path,
  decide({ version, reviews }, input, { actor }) {
    if (!version) return versionUnknown(input);
    const { stage } = version;
    if (stage !== "trial" && stage !== "acceptance") return refuse("template.not_in_review", { stage });
    if (version.publishedBy === actor.accountId) return refuse("template.own_review");
    return { reviewers: new Set([...reviews.map(({ reviewerId }) => reviewerId), actor.accountId]).size };
  },
  async save({ transaction }, _decision, { actor, now }, { code, version, practicality, conformity, relevance, note }) {
    const scores = { practicality, conformity, relevance, note, reviewed_at: now };
    await transaction
      .insertInto("template_review")
      .values({ tenant_id: actor.tenantId, code, version, reviewer_id: actor.accountId, ...scores })
      .onConflict((conflict) => conflict.columns(["tenant_id", "code", "version", "reviewer_id"]).doUpdateSet(scores))
      .execute();
  },
  audit: (_decision, { code, version, practicality, conformity, relevance }) => ({
    object: `review of template ${code}@${version}`,
    after: { practicality, conformity, relevance },
  }),
  answer: ({ reviewers }) => ({ reviewers }),
};
