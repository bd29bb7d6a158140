import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { StandardItem, StandardResult, TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { SubmittedRecord } from "./record-input.ts";
import type { SubmissionState } from "./submission.ts";

type PresentedStandard = Answer<"submitRecord">["standards"][number];

/** A standard's result with the words of its items. */
export function presentStandard(template: TemplateBody, standard: StandardResult): PresentedStandard {
  const nameOf = (item: StandardItem) =>
    template.checks.find((check) => check.code === item.code)?.name ?? { zh: item.code, en: item.code };
  return {
    templateCode: template.code,
    templateName: template.name,
    passed: standard.passed,
    applicable: standard.applicable,
    items: standard.items.map((item) => ({
      code: item.code,
      name: nameOf(item),
      effect: item.effect,
      passed: item.passed,
    })),
  };
}

/** What the user is told: each duty that is satisfied, and what is missing against the standard. */
export function presentRecord(
  state: SubmissionState,
  decision: RecordDecision,
  input: SubmittedRecord,
): Answer<"submitRecord"> {
  const template = (code: string) => state.templates.find((candidate) => candidate.code === code) as TemplateBody;
  const { host } = state;
  return {
    recordId: state.recordId,
    lateEntry: decision.lateEntry,
    satisfied: decision.discharges.map(({ obligation, templateCode, timeliness }) => ({
      obligationId: obligation.id,
      templateCode,
      templateName: template(templateCode).name,
      subjectName: obligation.subjectId === host.subjectId ? host.subjectName : host.name,
      dueOn: obligation.dueOn,
      timeliness,
    })),
    unsatisfied: decision.notDischarged.map(({ templateCode, reason }) => ({
      templateCode,
      templateName: template(templateCode).name,
      reason,
    })),
    standards: decision.standards.map(({ templateCode, standard }) =>
      presentStandard(template(templateCode), standard),
    ),
    resolutions: input.resolutions.flatMap((resolution, index) => {
      const vote = decision.votes[index]?.decision;
      if (!vote) return [];
      return [
        {
          ...resolution,
          rule: vote.rule,
          votersExpected: vote.expected,
          votersPresent: vote.present,
          quorumNeeded: vote.quorumNeeded,
          passNeeded: vote.passNeeded,
          valid: vote.valid,
          passed: vote.passed,
        },
      ];
    }),
    attendance: { expected: decision.attendance.expected, present: decision.attendance.present },
  };
}
