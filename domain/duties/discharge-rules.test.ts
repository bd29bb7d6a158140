import { expect, test } from "vitest";
import { chooseObligation, chooseObligations, timeliness } from "./discharge-rules.ts";
import { dischargedFact, dueFact, waivedFact } from "./obligation-facts.ts";
import { obligation } from "./testing.ts";
import { isOpenState, obligationStates } from "./things.ts";

test("a record discharges the earliest open obligation whose period contains its day", () => {
  const first = obligation({ id: "1", state: "discharged" });
  const second = obligation({ id: "2", occurrence: 2 });
  const third = obligation({ id: "3", occurrence: 3 });
  const next = obligation({ id: "4", periodFrom: "2026-04-01", periodTo: "2026-06-30" });
  expect(chooseObligation([next, third, second, first], "2026-01-15")?.id).toBe("2");
  expect(chooseObligation([next, third, second, first], "2026-04-01")?.id).toBe("4");
  expect(chooseObligation([first], "2026-01-15")).toBeNull();
  expect(chooseObligation([next], "2026-03-31")).toBeNull();
});

test("the longer period that began earlier comes first", () => {
  const month = obligation({ id: "month", periodFrom: "2026-03-01" });
  const quarter = obligation({ id: "quarter" });
  expect(chooseObligation([month, quarter], "2026-03-10")?.id).toBe("quarter");
});

test("one obligation of each source is discharged", () => {
  const chosen = chooseObligations(
    [obligation({ id: "b", sourceId: "notice" }), obligation({ id: "a" }), obligation({ id: "c", occurrence: 2 })],
    "2026-02-01",
  );
  expect(chosen.map((one) => one.id)).toEqual(["a", "b"]);
});

test("what is done by the due date is on time, later only under an approved extension", () => {
  expect(timeliness("2026-01-15", "2026-03-31", null)).toBe("on_time");
  expect(timeliness("2026-03-31", "2026-03-31", null)).toBe("on_time");
  expect(timeliness("2026-04-01", "2026-03-31", null)).toBeNull();
  expect(timeliness("2026-04-02", "2026-03-31", "2026-04-10")).toBe("late");
  expect(timeliness("2026-04-11", "2026-03-31", "2026-04-10")).toBeNull();
});

test("what is handed in, discharged or waived is no longer open, what was sent back is", () => {
  expect(obligationStates.filter(isOpenState)).toEqual(["todo", "in_progress", "returned"]);
});

test("due, discharge and waiver count on the due date, whenever they happened", () => {
  const owed = obligation({ subjectId: "group" });
  const early = dischargedFact(owed, { occurredOn: "2026-01-15", timeliness: "on_time", daysUntilEntry: 3 });
  expect(early).toMatchObject({
    kind: "obligation.discharged",
    occurredOn: "2026-01-15",
    countsOn: "2026-03-31",
    subjectId: "group",
    quantity: "1",
    attributes: { template: "general_meeting", timeliness: "on_time" },
    details: { source: "line", days_late: 0, days_until_entry: 3 },
  });
  const late = dischargedFact(owed, { occurredOn: "2026-04-02", timeliness: "late", daysUntilEntry: 0 });
  expect(late).toMatchObject({ attributes: { timeliness: "late" }, details: { days_late: 2 } });
  expect(dueFact(obligation())).toMatchObject({ kind: "obligation.due", subjectId: null, countsOn: "2026-03-31" });
  expect(waivedFact(owed, "2026-02-01")).toMatchObject({ kind: "obligation.waived", countsOn: "2026-03-31" });
});
