import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Finding } from "@dutyloop/domain/organization/finding.ts";
import { awayFinding, contactFinding } from "@dutyloop/domain/organization/members/transfer-rules.ts";
import type { HeldTag } from "./life-rows.ts";

/** What the rules find about somebody who is away: to be transferred or floating, and to be kept in touch with. */
export function tagFindings(running: readonly HeldTag[], today: PlainDate): Finding[] {
  return running
    .filter(({ tag }) => tag === "FLOATING")
    .flatMap(({ from, onePlace, lastContactOn }) => [
      awayFinding({ awaySince: from, onePlace }, today),
      contactFinding({ floatingSince: from, lastContactOn }, today),
    ])
    .filter((found) => found !== null);
}
