import { expectedOfAll } from "@dutyloop/domain/fulfilment/attendance-rules.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { enteredAs, type StandingRecord } from "./standing-record.ts";
import type { HostState } from "./submission-state.ts";

type Part = NonNullable<SubmittedRecord["hosts"]>[number];
type Reasons = NonNullable<SubmittedRecord["deviations"]>;
type Mine = (path: string) => boolean;

/** The hosts whose parts are not the caller's to correct. */
export function partsOfOthers({ hosts }: StandingRecord, mine: Mine): ReadonlySet<string> {
  return new Set(hosts.filter(({ path }) => !mine(path)).map(({ subjectId }) => subjectId));
}

/**
 * A correction as it is judged. The part of a host that isn't the caller's stands as it was entered, and the text is that
 * of whoever corrects for the host that leads: somebody else corrects who was there of his own people, and no more.
 */
export function withPartsOfOthers(
  record: StandingRecord,
  sent: SubmittedRecord,
  others: ReadonlySet<string>,
): SubmittedRecord {
  if (others.size === 0) return sent;
  const standing = enteredAs(record);
  const { hosts: standingHosts = [], deviations: reasons = [] } = standing;
  const sentHosts = sent.hosts ?? [];
  const sentFor = (subjectId: string) => sentHosts.find((host) => host.subjectId === subjectId);
  if (others.has(standing.subjectId)) {
    const hosts = standingHosts.map((host) => (others.has(host.subjectId) ? host : (sentFor(host.subjectId) ?? host)));
    return { ...standing, hosts, ...reasoned(joined(reasons, sent.deviations ?? [])) };
  }
  const kept = standingHosts.flatMap((host) => (others.has(host.subjectId) ? [host] : (sentFor(host.subjectId) ?? [])));
  const known = new Set(standingHosts.map(({ subjectId }) => subjectId));
  const hosts = [...kept, ...sentHosts.filter(({ subjectId }) => !known.has(subjectId))];
  const makesUpFor = [...new Set([...(sent.makesUpFor ?? []), ...(standing.makesUpFor ?? [])])];
  return { ...sent, hosts, makesUpFor, ...reasoned(joined(sent.deviations ?? [], reasons)) };
}

/** What was entered for an organisation, for whoever may correct some of its parts and not the others. */
export function withoutPartsOfOthers(entry: SubmittedRecord, others: ReadonlySet<string>): SubmittedRecord {
  const { elections, hosts, ...rest } = entry;
  const own = hosts?.filter(({ subjectId }) => !others.has(subjectId));
  const mine = { ...rest, ...(own?.length ? { hosts: own } : {}) };
  if (!others.has(entry.subjectId)) return elections === undefined ? mine : { ...mine, elections };
  return { ...mine, attendance: [], guests: [], chairId: null, recorderId: null, lecturer: null };
}

/** Day and types decide what every host owed: they are corrected only by whoever may do so for all of them. */
export function othersRefusal(
  { occurredOn, body }: StandingRecord,
  input: SubmittedRecord,
  others: ReadonlySet<string>,
): Refusal | null {
  const types = body.standards.map(({ templateCode }) => templateCode);
  const moved = input.occurredOn !== occurredOn;
  const retyped = [...types].sort().join(" ") !== [...input.templateCodes].sort().join(" ");
  if (others.size === 0 || !(moved || retyped)) return null;
  return refuse("record.correction.others_entered", {}, moved ? "occurredOn" : "templateCodes");
}

type Judged = { readonly lead: HostState; readonly others: readonly HostState[]; readonly input: SubmittedRecord };

/**
 * The parts of others are judged by whom they counted: who came to that day's list afterwards isn't asked for, who has
 * left it doesn't count any more.
 */
export function asCounted(
  { lead, others: joining, input }: Judged,
  templates: readonly TemplateBody[],
  others: ReadonlySet<string>,
): Judged {
  const leading = partAsCounted(lead, input, templates, others);
  const { hosts } = input;
  if (hosts === undefined) return { lead: leading.at, others: joining, input: { ...input, ...leading.part } };
  const joined = hosts.flatMap((part, index) => {
    const at = joining[index];
    return at === undefined ? [] : [partAsCounted(at, part, templates, others)];
  });
  return {
    lead: leading.at,
    others: joined.map(({ at }) => at),
    input: { ...input, ...leading.part, hosts: joined.map(({ part }) => part) },
  };
}

function partAsCounted<P extends Part>(
  at: HostState,
  part: P,
  templates: readonly TemplateBody[],
  others: ReadonlySet<string>,
): { readonly at: HostState; readonly part: P } {
  if (!others.has(part.subjectId)) return { at, part };
  const groupId = part.subjectId === part.organizationId ? null : part.subjectId;
  const expected = new Set(expectedOfAll(at.roster, templates, groupId).map(({ personId }) => personId));
  const attendance = part.attendance.filter(({ personId }) => expected.has(personId));
  const marked = new Set(attendance.map(({ personId }) => personId));
  return {
    at: { ...at, roster: at.roster.filter(({ personId }) => marked.has(personId)) },
    part: { ...part, attendance },
  };
}

/** Without any it is as if none were sent. */
function reasoned(deviations: Reasons): { readonly deviations?: Reasons } {
  return deviations.length > 0 ? { deviations } : {};
}

function joined<T extends { template: string; check: string }>(first: readonly T[], then: readonly T[]): T[] {
  const said = (one: T) => `${one.template} ${one.check}`;
  const known = new Set(first.map(said));
  return [...first, ...then.filter((one) => !known.has(said(one)))];
}
