import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { stageAfter } from "@dutyloop/domain/standards/template-lifecycle.ts";
import type { TemplateAct } from "@dutyloop/domain/standards/template-policy.ts";
import type { TemplateStage } from "@dutyloop/domain/standards/things.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { type NamedVersion, type VersionStanding, versionStanding, versionUnknown } from "./version-standing.ts";

type Input = NamedVersion & { readonly act: TemplateAct; readonly reason: string };
type Decision = { readonly from: TemplateStage; readonly stage: TemplateStage };

/** Takes a version a stage on: into its trial, to acceptance, to everybody, back, or out of use. */
export const moveTemplate: UseCase<Input, VersionStanding, Decision, { stage: TemplateStage }> = {
  name: "standards.move_template",
  access: "template.manage",
  load: (transaction, input, { actor, today }) => versionStanding(transaction, actor.tenantId, input, today),
  place: ({ path }) => path,
  decide({ version, reviews, adoptions }, input) {
    if (!version) return versionUnknown(input);
    const stage = stageAfter({ stage: version.stage, adoptions, reviews }, input.act);
    return isRefusal(stage) ? stage : { from: version.stage, stage };
  },
  save(saving, { from, stage }, { actor, now }, { code, version, act, reason }, { acts }) {
    saving.insert("template_act", {
      tenant_id: actor.tenantId,
      code,
      version,
      number: acts + 1,
      act,
      from_stage: from,
      to_stage: stage,
      reason,
      done_at: now,
      done_by: actor.accountId,
    });
  },
  audit: ({ from, stage }, { code, version, act }) => ({
    object: `template ${code}@${version}`,
    before: { stage: from },
    after: { stage, act },
  }),
  answer: ({ stage }) => ({ stage }),
};
