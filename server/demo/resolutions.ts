import type { SubmittedRecord } from "../modules/fulfilment/index.ts";
import type { Marks } from "./attendance.ts";
import type { Branch } from "./branch.ts";
import type { Chance } from "./chance.ts";
import { resolutionTitle } from "./wording.ts";

type Resolutions = SubmittedRecord["resolutions"];

/** One or two resolutions with a tally of those who were there and may vote: 预备党员 don't (VOTE-09). */
export function resolutionsOf(chance: Chance, branch: Branch, marks: Marks): Resolutions {
  const present = new Set(marks.filter(({ presence }) => presence === "present").map(({ personId }) => personId));
  const voters = branch.members.filter(
    (member) => member.memberState === "FULL" && present.has(member.personId),
  ).length;
  const titles = new Set(Array.from({ length: chance.whole(1, 2) }, () => resolutionTitle(chance)));
  return [...titles].map((title) => {
    const against = voters > 4 && chance.happens(0.15) ? 1 : 0;
    const abstain = voters > 4 && chance.happens(0.2) ? 1 : 0;
    return { title, for: voters - against - abstain, against, abstain };
  });
}
