import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { expectedOfAll } from "@dutyloop/domain/fulfilment/attendance-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { isRefusal, type Refusal } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { obligationsBetween } from "../duties/index.ts";
import { withoutImpediments } from "../organization/index.ts";
import { templatesInForce } from "../standards/index.ts";
import { chosenTypes } from "./chosen-types.ts";
import { closedMonthsBefore } from "./closed-months.ts";
import { filesOf } from "./entry.ts";
import { awaitedHosts, hostsAround } from "./load-submission.ts";
import { presentRecord } from "./present-record.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { unknownFiles } from "./record-store.ts";
import { decideEntry, judgeSubmission } from "./submission.ts";
import type { HostState, SubmissionState } from "./submission-state.ts";

type Preview = Answer<"previewRecord">;

/**
 * What a record would do if it were submitted now, by the same decision, with nothing written and nothing locked. While
 * it is being filled in, it tells both why it can't be submitted yet and what it is worth so far.
 */
export async function previewRecord(request: ReadRequest<"previewRecord">): Promise<Preview> {
  const { database, tenantId, scope, params, body, caller, today } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  const input: SubmittedRecord = { ...body, organizationId: params.organizationId };
  const { occurredOn, hosts: joining = [] } = input;
  const ids = [input.organizationId, ...joining.map(({ organizationId }) => organizationId)];
  const duties = await obligationsBetween(database, tenantId, ids, [occurredOn, occurredOn], false);
  const found = await hostsAround(database, input, { actor: caller.actor, today }, "record.draft", duties);
  const dispositions = scopeOf(caller.actor, "member.read_dispositions", today);
  // Asked with one mark after another, the figures of a vote would tell whose vote is suspended.
  const shown = (host: HostState): HostState =>
    covers(dispositions, host.host.path) ? host : { ...host, roster: withoutImpediments(host.roster) };
  const [lead, others] = [shown(found.lead), found.others.map(shown)];
  const state: SubmissionState = {
    ...lead,
    others,
    awaited: await awaitedHosts(database, input, { actor: caller.actor, today }),
    recordId: uuidv7(),
    ...chosenTypes(await templatesInForce(database, tenantId), lead.host, input),
    filesMissing: await unknownFiles(database, tenantId, filesOf(input), lead.host.path),
  };
  const closedMonths = new Set(await closedMonthsBefore(database, tenantId, today));
  const decided = decideEntry(state, input, { today, closedMonths });
  if (!isRefusal(decided)) return { refusal: null, result: resultOf(presentRecord(decided)) };
  const soFar = judgeSubmission(state, asItStands(state, input), today, today);
  return { refusal: toldOf(decided), result: isRefusal(soFar) ? null : resultOf(presentRecord(soFar)) };
}

function resultOf({ recordId: _none, ...result }: Answer<"submitRecord">): NonNullable<Preview["result"]> {
  return result;
}

function toldOf({ code, field, values }: Refusal): NonNullable<Preview["refusal"]> {
  return { code, field: field ?? null, values };
}

/** Where nothing is written of somebody, he counts as away; a reason that is missing takes away nothing. */
function asItStands(state: SubmissionState, input: SubmittedRecord): SubmittedRecord {
  const marksOf = ({ roster }: HostState, one: Pick<SubmittedRecord, "attendance" | "subjectId">, own: string) => {
    const groupId = one.subjectId === own ? null : one.subjectId;
    const marked = new Set(one.attendance.map(({ personId }) => personId));
    const away = expectedOfAll(roster, state.templates, groupId).filter(({ personId }) => !marked.has(personId));
    return [
      ...one.attendance.map((mark) => ({ ...mark, reason: mark.reason?.trim() ? mark.reason : notSaid })),
      ...away.map(({ personId }) => ({ personId, presence: "absent" as const, reason: notSaid })),
    ];
  };
  return {
    ...input,
    attendance: marksOf(state, input, input.organizationId),
    ...(input.hosts === undefined
      ? {}
      : {
          hosts: input.hosts.map((host, index) => {
            const at = state.others[index];
            return at ? { ...host, attendance: marksOf(at, host, host.organizationId) } : host;
          }),
        }),
  };
}

/** Stands for a reason that isn't typed yet; it is only counted, never kept. */
const notSaid = "—";
