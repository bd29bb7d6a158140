import type { PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";

/** The days that are entered about a person; null where a day isn't known. */
export type PersonDetails = {
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  /** From which Party standing counts (DEV-T10): not before joining. */
  readonly standingFrom: PlainDate | null;
};

/** Why these days can't be those of one person, or null. */
export function personRefusal({ bornOn, joinedOn, standingFrom }: PersonDetails, today: PlainDate): Refusal | null {
  for (const [field, day] of Object.entries({ bornOn, joinedOn, standingFrom })) {
    if (day !== null && day > today) return refuse("person.date_in_future", { today }, field);
  }
  if (bornOn !== null && joinedOn !== null && joinedOn <= bornOn) {
    return refuse("person.joined_before_birth", {}, "joinedOn");
  }
  const earliest = joinedOn ?? bornOn;
  if (standingFrom !== null && earliest !== null && standingFrom < earliest) {
    return refuse("person.standing_before_joining", {}, "standingFrom");
  }
  return null;
}
