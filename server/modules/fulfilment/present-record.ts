import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { attendanceRate } from "@dutyloop/domain/fulfilment/attendance-rate.ts";
import type { JudgedType } from "@dutyloop/domain/fulfilment/things.ts";
import type { StandardItem, TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { decisionsOf, type HostState, type Submission } from "./submission-state.ts";

type PresentedStandard = Answer<"submitRecord">["standards"][number];

/** A standard's result with the words of its items. */
export function presentStandard(
  organizationId: string,
  template: TemplateBody,
  { templateVersion, counted, standard }: Omit<JudgedType, "templateCode">,
): PresentedStandard {
  const nameOf = (item: StandardItem) =>
    template.checks.find((check) => check.code === item.code)?.name ?? { zh: item.code, en: item.code };
  return {
    organizationId,
    templateCode: template.code,
    templateName: template.name,
    templateVersion,
    counted,
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
export function presentRecord({ state, decision, others, together }: Submission): Answer<"submitRecord"> {
  const template = (code: string) => state.templates.find((candidate) => candidate.code === code) as TemplateBody;
  const hosts: readonly HostState[] = [state, ...state.others];
  const decided = decisionsOf({ decision, others }).flatMap((judged, index) => {
    const host = hosts[index]?.host;
    return host ? [{ host, judged, at: { organizationId: host.id, organizationName: host.name } }] : [];
  });
  const { expected, present } = together;
  return {
    recordId: state.recordId,
    lateEntry: decision.lateEntry,
    satisfied: decided.flatMap(({ host, judged, at }) =>
      judged.discharges.map(({ obligation, templateCode, timeliness }) => ({
        obligationId: obligation.id,
        ...at,
        templateCode,
        templateName: template(templateCode).name,
        subjectName: obligation.subjectId === host.subjectId ? host.subjectName : host.name,
        dueOn: obligation.dueOn,
        timeliness,
      })),
    ),
    unsatisfied: decided.flatMap(({ judged, at }) =>
      judged.notDischarged.map(({ templateCode, reason }) => ({
        ...at,
        templateCode,
        templateName: template(templateCode).name,
        reason,
      })),
    ),
    standards: decided.flatMap(({ host, judged }) =>
      judged.standards.map((one) => presentStandard(host.id, template(one.templateCode), one)),
    ),
    resolutions: decision.votes.map(({ resolution, decision: vote }) => ({
      title: resolution.title,
      for: resolution.for ?? 0,
      against: resolution.against ?? 0,
      abstain: resolution.abstain ?? 0,
      rule: vote.rule,
      votersExpected: vote.expected,
      votersPresent: vote.present,
      quorumNeeded: vote.quorumNeeded,
      passNeeded: vote.passNeeded,
      valid: vote.valid,
      passed: vote.passed,
      written: resolution.written ?? 0,
      personnel: resolution.personnel ?? false,
      secretaryLast: resolution.secretaryLast ?? null,
    })),
    attendance: { expected, present },
    hosts: decided.map(({ host, judged: { attendance }, at }) => ({
      ...at,
      subjectId: host.subjectId,
      subjectName: host.subjectName,
      ...attendance,
      rate: attendanceRate(attendance),
    })),
    together: { expected, present, rate: attendanceRate(together) },
  };
}
