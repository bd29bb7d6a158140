import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { attendanceRate } from "@dutyloop/domain/fulfilment/attendance-rate.ts";
import type { JudgedType, RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { BilingualText, TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { HostState } from "./submission-state.ts";

type PresentedStandard = Answer<"submitRecord">["standards"][number];

/** A standard's result with the words of its items. */
export function presentStandard(
  organizationId: string,
  template: TemplateBody,
  { templateVersion, counted, standard }: Omit<JudgedType, "templateCode">,
): PresentedStandard {
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
      name: nameOfCheck(template, item.code),
      effect: item.effect,
      passed: item.passed,
    })),
  };
}

function nameOfCheck({ checks }: TemplateBody, code: string): BilingualText {
  return checks.find((check) => check.code === code)?.name ?? { zh: code, en: code };
}

type Told = Pick<Answer<"submitRecord">, "satisfied" | "unsatisfied" | "standards" | "hosts">;
export type DecidedHost = { readonly at: HostState; readonly decision: RecordDecision };

/** What an event did for each of these hosts, and what is missing against the standard. */
export function presentHosts(hosts: readonly DecidedHost[], templates: readonly TemplateBody[]): Told {
  const template = (code: string) => templates.find((candidate) => candidate.code === code) as TemplateBody;
  const told = hosts.map(({ at: { host, obligations, apart }, decision }) => ({
    ...{ host, apart, decision },
    at: { organizationId: host.id, organizationName: host.name },
    sources: new Map(obligations.map(({ id, sourceName }) => [id, sourceName])),
  }));
  return {
    satisfied: told.flatMap(({ host, decision, at, sources }) =>
      decision.discharges.map(({ obligation, templateCode, timeliness }) => ({
        obligationId: obligation.id,
        ...at,
        templateCode,
        templateName: template(templateCode).name,
        sourceName: sources.get(obligation.id) ?? "",
        subjectName: obligation.subjectId === host.subjectId ? host.subjectName : host.name,
        dueOn: obligation.dueOn,
        timeliness,
      })),
    ),
    unsatisfied: told.flatMap(({ decision, at }) =>
      decision.notDischarged.map(({ templateCode, reason, missing }) => ({
        ...at,
        templateCode,
        templateName: template(templateCode).name,
        reason,
        missing: missing.map((code) => nameOfCheck(template(templateCode), code)),
      })),
    ),
    standards: told.flatMap(({ host, decision }) =>
      decision.standards.map((one) => presentStandard(host.id, template(one.templateCode), one)),
    ),
    hosts: told.map(({ host, apart, decision: { attendance, lateEntry }, at }) => ({
      ...at,
      subjectId: host.subjectId,
      subjectName: host.subjectName,
      ...attendance,
      rate: attendanceRate(attendance),
      lateEntry,
      lateReason: apart?.lateReason ?? null,
    })),
  };
}
