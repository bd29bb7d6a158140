import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { FrozenBoard } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";

/** Checked proportions with the names that the scheme gives its grades. */
export function namedProportions(
  { grades }: Pick<SchemeBody, "grades">,
  { proportions }: Pick<FrozenBoard, "proportions">,
): Answer<"publishBoard">["proportions"] {
  const names = new Map(grades.map(({ code, name }) => [code, name]));
  return proportions.map((check) => ({
    ...check,
    name: names.get(check.grade) ?? { zh: check.grade, en: check.grade },
  }));
}
