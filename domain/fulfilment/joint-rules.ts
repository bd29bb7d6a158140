import { isRefusal, type Refusal, refuse } from "../kernel/refusal.ts";
import { decideRecord } from "./record-rules.ts";
import type { AttendanceCount, JoiningHost, JointDecision, RecordDecision, RecordInput } from "./things.ts";

/**
 * Decides a record that several organisations share: one event, entered once, with the people and duties of each. Each
 * host is judged as if it had held the event alone, so that its own 应到 decides (MTG-18); resolutions are those of the
 * host that leads. Refuses a host that is named twice and a person who is counted at two of them.
 */
export function decideJointRecord(lead: RecordInput, others: readonly JoiningHost[]): JointDecision | Refusal {
  const refusal = hostsRefusal(lead, others);
  if (refusal !== null) return refusal;
  const ofOthers = new Set(others.flatMap(({ obligations }) => obligations.map(({ id }) => id)));
  const makesUpFor = lead.makesUpFor ?? [];
  const leading = decideRecord({ ...lead, makesUpFor: makesUpFor.filter((id) => !ofOthers.has(id)) });
  if (isRefusal(leading)) return leading;
  const decisions: RecordDecision[] = [];
  for (const host of others) {
    const own = new Set(host.obligations.map(({ id }) => id));
    const decision = decideHostPart({ ...lead, makesUpFor: makesUpFor.filter((id) => own.has(id)) }, host);
    if (isRefusal(decision)) return { ...decision, values: { ...decision.values, host: host.organizationId } };
    decisions.push(decision);
  }
  return { lead: leading, others: decisions, together: together([leading, ...decisions]) };
}

/** What an event is worth for one organisation that joined it: judged as if it had held the event alone. */
export function decideHostPart(
  lead: Omit<RecordInput, "organizationId" | "groupId" | "obligations" | "roster">,
  { attendance, guests, enteredOn = lead.enteredOn, ...host }: JoiningHost,
): RecordDecision | Refusal {
  return decideRecord({
    ...lead,
    ...host,
    content: { ...lead.content, attendance, guests, resolutions: [], elections: [] },
    enteredOn,
    joins: true,
  });
}

/** Refuses people who are counted at another host of the same event already. */
export function countedElsewhereRefusal(
  counted: ReadonlySet<string>,
  attendance: JoiningHost["attendance"],
): Refusal | null {
  const twice = attendance.find(({ personId }) => counted.has(personId));
  return twice === undefined ? null : refuse("record.attendee.in_two_hosts", { personId: twice.personId }, "hosts");
}

function hostsRefusal(lead: RecordInput, others: readonly JoiningHost[]): Refusal | null {
  const subjects = [lead, ...others].map(({ organizationId, groupId }) => groupId ?? organizationId);
  if (new Set(subjects).size < subjects.length) return refuse("record.host.twice", {}, "hosts");
  const counted = new Set(lead.content.attendance.map(({ personId }) => personId));
  for (const { attendance } of others) {
    const refusal = countedElsewhereRefusal(counted, attendance);
    if (refusal !== null) return refusal;
    for (const { personId } of attendance) counted.add(personId);
  }
  return null;
}

function together(decisions: readonly RecordDecision[]): AttendanceCount {
  const total = (figure: keyof AttendanceCount) =>
    decisions.reduce((sum, { attendance }) => sum + attendance[figure], 0);
  return { expected: total("expected"), present: total("present"), exempt: total("exempt") };
}
