import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { deviationRefusal } from "@dutyloop/domain/fulfilment/deviation-rules.ts";
import { countedElsewhereRefusal, decideHostPart } from "@dutyloop/domain/fulfilment/joint-rules.ts";
import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { type Month, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { postFacts } from "../../platform/facts/post-facts.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { aroundDay, markDischarged, obligationsBetween } from "../duties/index.ts";
import { rosterOn } from "../organization/index.ts";
import { attendanceOf, entryOf } from "./entry.ts";
import { originsOf } from "./fact-origins.ts";
import { saveHostPart } from "./host-part-rows.ts";
import { lateReasonRefusal, withLateReason } from "./late-entry.ts";
import { postingMonths } from "./posting-months.ts";
import { presentHosts } from "./present-hosts.ts";
import { hostOf } from "./record-store.ts";
import { enteredAs, type StandingRecord, standingRecord, templatesKept } from "./standing-record.ts";
import { monthsOfExtensions, notYetPosted } from "./submission.ts";
import type { HostState } from "./submission-state.ts";

export type HostPart = ParsedBody<"enterHostPart"> & { readonly recordId: string; readonly organizationId: string };
type State = {
  readonly record: StandingRecord;
  readonly at: HostState;
  readonly templates: readonly TemplateBody[];
  readonly months: readonly Month[];
};
type Decision = {
  readonly version: number;
  /** The host with the day on which its part is entered. */
  readonly at: HostState;
  readonly decision: RecordDecision;
};

/**
 * Enters one host's part of a joint event, by its own secretary: who was there of its people. It is a new version of the
 * record; what the others held, and the facts of theirs, stay as they are.
 */
export const enterHostPart: UseCase<HostPart, State, Decision, Answer<"enterHostPart">> = {
  name: "fulfilment.enter_host_part",
  access: "record.submit",
  postsIn: (_input, today) => [monthOf(today)],
  async load(transaction, { recordId, organizationId, subjectId }, context) {
    const { actor, today } = context;
    const { tenantId } = actor;
    const record = await standingRecord(transaction, tenantId, recordId, true);
    const host = await hostOf(transaction, tenantId, organizationId, subjectId);
    if (record === null || host === null || !covers(scopeOf(actor, "record.submit", today), host.path))
      throw notFound();
    const seen = scopeOf(actor, "record.read", today);
    const concerned =
      [...record.hosts, ...record.awaited].some((one) => one.organizationId === organizationId) ||
      record.hosts.some(({ path }) => covers(seen, path));
    if (!concerned) throw notFound();
    const { occurredOn } = record;
    const duties = await obligationsBetween(transaction, tenantId, [organizationId], [occurredOn, occurredOn], true);
    const kept = await templatesKept(transaction, tenantId, record);
    const templates = record.body.standards.flatMap(({ templateCode }) => kept.get(templateCode) ?? []);
    const codes = templates.map(({ code }) => code);
    const obligations = aroundDay(duties, codes, occurredOn);
    const roster = await rosterOn(transaction, tenantId, organizationId, occurredOn);
    const months = [...postingMonths(occurredOn, today), ...monthsOfExtensions(obligations, occurredOn)];
    return { record, at: { host, roster, obligations }, templates, months };
  },
  alsoPostsIn: ({ months }) => months,
  place: ({ at }) => at.host.path,
  decide({ record, at, templates }, input, { today, closedMonths }) {
    if (record.state === "revoked") return refuse("record.revoked");
    if (!record.awaited.some(({ subjectId }) => subjectId === input.subjectId))
      return refuse("record.host.not_awaited");
    const content = entryOf(enteredAs(record));
    const counted = record.participants.filter(({ capacity }) => capacity === "member").map(({ personId }) => personId);
    const elsewhere = countedElsewhereRefusal(new Set(counted), attendanceOf(input).attendance);
    if (elsewhere !== null) return elsewhere;
    const { organizationId, subjectId, makesUpFor = [] } = input;
    const decision = decideHostPart(
      { content, templates, makesUpFor, today, enteredOn: today },
      {
        organizationId,
        groupId: subjectId === organizationId ? null : subjectId,
        roster: at.roster,
        obligations: at.obligations,
        ...attendanceOf(input),
      },
    );
    if (isRefusal(decision)) return decision;
    const reasons = [...(content.deviations ?? []), ...(input.deviations ?? [])];
    return (
      deviationRefusal(decision.deviations, reasons) ??
      lateReasonRefusal(notYetPosted(at.obligations, decision.facts), input.lateReason, closedMonths) ?? {
        version: record.version + 1,
        at: { ...at, apart: { enteredOn: today, lateReason: input.lateReason || null } },
        decision,
      }
    );
  },
  async save(saving, { version, at, decision }, context, input, { record }) {
    const { tenantId } = context.actor;
    const { closedMonths } = context;
    await saveHostPart(saving, context, { record, at, decision, version }, input);
    const facts = withLateReason(notYetPosted(at.obligations, decision.facts), input.lateReason, closedMonths);
    const leads = record.hosts[0]?.subjectId ?? "";
    postFacts(saving, context, originsOf({ recordId: record.id, leads, duties: at.obligations }, version, facts));
    const discharged = decision.discharges.map(({ obligation }) => obligation.id);
    markDischarged(
      saving,
      tenantId,
      discharged.map((obligationId) => ({ recordId: record.id, obligationId })),
    );
  },
  audit: ({ version }, { organizationId, subjectId }, { record }) => ({
    object: `record ${record.id}`,
    after: { organizationId, subjectId, version },
  }),
  answer: ({ version, decision, at }, _input, { templates }) => ({
    ...presentHosts([{ at, decision }], templates),
    lateEntry: decision.lateEntry,
    version,
  }),
};
