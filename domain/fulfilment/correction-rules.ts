import type { FactDraft } from "../assessment/things.ts";
import { isOpenState, type Obligation } from "../duties/things.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { type RecordAction, type RecordState, recordActions } from "./things.ts";

/** A record as it stands before it is corrected or taken back. */
export type StandingRecord = { readonly state: RecordState; readonly version: number };

/** Why a record can't be corrected or taken back, or null; `version` is the one that the user had before him. */
export function changeRefusal(
  record: StandingRecord,
  action: Extract<RecordAction, "correct" | "revoke">,
  { version, reason }: { readonly version: number; readonly reason: string },
): Refusal | null {
  if (!(action in recordActions[record.state])) return refuse("record.revoked");
  if (record.version !== version) return refuse("record.changed_elsewhere", { version: record.version });
  if (reason.trim() === "") return refuse("record.correction.reason_missing", {}, "reason");
  return null;
}

/** What a fact says, without where it is kept. */
type Said = Pick<
  FactDraft,
  "kind" | "organizationId" | "subjectId" | "occurredOn" | "countsOn" | "quantity" | "base" | "attributes" | "details"
>;

/**
 * Which standing facts a correction takes back and which it posts, so that afterwards exactly the wanted ones stand. What
 * says the same before and after is left alone: a mended word in the minutes touches no score of a closed month.
 */
export function changesOfFacts<Standing extends Said, Wanted extends Said>(
  standing: readonly Standing[],
  wanted: readonly Wanted[],
): { readonly reverse: Standing[]; readonly post: Wanted[] } {
  const left = new Map<string, Standing[]>();
  for (const fact of standing) left.set(saying(fact), [...(left.get(saying(fact)) ?? []), fact]);
  const post = wanted.filter((fact) => left.get(saying(fact))?.pop() === undefined);
  return { reverse: [...left.values()].flat(), post };
}

function saying({ details, ...fact }: Said): string {
  const { kind, organizationId, subjectId, occurredOn, countsOn, quantity, base, attributes } = fact;
  const duty = details.obligation ?? null;
  return canonicalJson({ kind, organizationId, subjectId, occurredOn, countsOn, quantity, base, attributes, duty });
}

/** The duties as they are judged anew: those that the record discharged itself are open to it again. */
export function openAgain<Duty extends Obligation>(duties: readonly Duty[], held: ReadonlySet<string>): Duty[] {
  return duties.map((duty) =>
    held.has(duty.id) && !isOpenState(duty.state) ? { ...duty, state: "todo" as const } : duty,
  );
}

/**
 * Whether the fact that a duty was due still stands after its discharge was taken back: once its day has passed it was due
 * whatever became of the record, before it the fact comes with the next discharge or the deadline.
 */
export function staysDue(duty: Pick<Obligation, "dueOn">, today: PlainDate): boolean {
  return duty.dueOn < today;
}
