import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { type Absence, makeUpRefusal } from "@dutyloop/domain/fulfilment/make-up-rules.ts";
import { addMonths, monthOf, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { postFacts } from "../../platform/facts/post-facts.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { lateReasonRefusal, withLateReason } from "./late-entry.ts";
import { partlyHeldRecord, type StandingRecord } from "./standing-record.ts";

type Input = ParsedBody<"makeUp"> & { readonly recordId: string };
type State = {
  readonly record: StandingRecord;
  readonly absence: Absence;
  /** Of whose people somebody was away. */
  readonly host: StandingRecord["hosts"][number] | undefined;
};
type Decision = { readonly id: string; readonly organizationId: string; readonly fact: FactDraft };

/** 补课 of somebody who was away (MTG-19): a fact of its own in the month it happens; the absence stays as it is. */
export const makeUp: UseCase<Input, State, Decision, Answer<"makeUp">> = {
  name: "fulfilment.make_up",
  access: "record.submit",
  postsIn: ({ madeUpOn }, today) => {
    const [first, last] = [monthOf(madeUpOn), monthOf(today)].sort() as [string, string];
    return monthsFromTo(first, addMonths(last, 1));
  },
  async load(transaction, { recordId, personId }, context) {
    const { record, mine } = await partlyHeldRecord(transaction, recordId, context, "record.submit");
    const mark = record.participants.find((one) => one.personId === personId && one.capacity === "member");
    const { rows } = await sql`SELECT 1 FROM record_make_up WHERE tenant_id = ${context.actor.tenantId}
      AND record_id = ${recordId} AND person_id = ${personId} AND NOT withdrawn`.execute(transaction);
    return {
      record,
      absence: { occurredOn: record.occurredOn, presence: mark?.presence ?? null, madeUp: rows.length > 0 },
      host: record.hosts[mark?.host ?? record.hosts.findIndex(({ path }) => mine(path))],
    };
  },
  place: ({ host }) => host?.path ?? null,
  decide({ record, absence, host }, input, { today, closedMonths }) {
    if (record.state === "revoked") return refuse("record.revoked");
    const organizationId = host?.organizationId ?? "";
    const refusal = makeUpRefusal(absence, input, today);
    if (refusal !== null) return refusal;
    const fact: FactDraft = {
      kind: "attendance.made_up",
      organizationId,
      subjectId: null,
      occurredOn: input.madeUpOn,
      countsOn: input.madeUpOn,
      quantity: "1",
      base: null,
      attributes: { template: record.body.standards[0]?.templateCode ?? "" },
      details: {},
    };
    const late = lateReasonRefusal([fact], input.lateReason.trim(), closedMonths);
    return late ?? { id: uuidv7(), organizationId, fact };
  },
  save(saving, { id, organizationId, fact }, context, input) {
    const { actor, now, closedMonths } = context;
    const { recordId, personId, madeUpOn, way, note } = input;
    const lateReason = input.lateReason.trim() || null;
    saving.insert("record_make_up", {
      tenant_id: actor.tenantId,
      id,
      record_id: recordId,
      organization_id: organizationId,
      person_id: personId,
      made_up_on: madeUpOn,
      way,
      note,
      late_reason: lateReason,
      entered_by: actor.accountId,
      entered_at: now,
      withdrawn: false,
    });
    const origin = { table: "record_make_up", id, version: 1, part: "", recordId };
    postFacts(
      saving,
      context,
      withLateReason([fact], lateReason, closedMonths).map((draft) => ({ draft, origin })),
    );
  },
  audit: ({ id }, { recordId, madeUpOn, way }) => ({
    object: `record ${recordId}`,
    after: { makeUp: id, madeUpOn, way },
  }),
  answer: ({ id }) => ({ id }),
};
