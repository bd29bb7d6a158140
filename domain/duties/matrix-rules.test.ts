import fc from "fast-check";
import { expect, test } from "vitest";
import { addYears, noDuties, placeOfMonth, standingDay, wasThere } from "./matrix-rules.ts";
import { cellState, type DutyFigures } from "./matrix-things.ts";

const figures = (over: Partial<DutyFigures>): DutyFigures => ({ ...noDuties, ...over });

test("what is overdue is said before what is open, and a late entry only of what is all done", () => {
  expect(cellState(figures({ owed: 3, done: 1, overdue: 1, late: 2 }))).toBe("overdue");
  expect(cellState(figures({ owed: 3, done: 2, late: 1 }))).toBe("open");
  expect(cellState(figures({ owed: 3, done: 3, late: 1 }))).toBe("done_late");
  expect(cellState(figures({ owed: 3, done: 3 }))).toBe("done");
  expect(cellState(figures({ late: 1 }))).toBe("done_late");
  expect(cellState(noDuties)).toBe("none");
});

const march = { first: "2026-03-01", last: "2026-03-31", day: null };

test("a month is read by its last day, and by the organisation's own last or first where that lies apart", () => {
  expect(standingDay(march, { validFrom: "2025-01-01", validTo: null })).toBe("2026-03-31");
  expect(standingDay(march, { validFrom: "2025-01-01", validTo: "2026-03-31" })).toBe("2026-03-31");
  expect(standingDay(march, { validFrom: "2025-01-01", validTo: "2026-02-10" })).toBe("2026-02-10");
  expect(standingDay(march, { validFrom: "2026-05-01", validTo: null })).toBe("2026-05-01");
  expect(standingDay({ ...march, day: "2026-07-01" }, { validFrom: "2026-05-01", validTo: "2026-06-01" })).toBe(
    "2026-07-01",
  );
});

test("who moved in the middle of a month stands in it where he stood at its end", () => {
  const place = (path: string, validFrom: string, validTo: string | null) => ({ path, validFrom, validTo });
  const places = [place("1.2.", "2026-01-01", "2026-03-14"), place("1.3.", "2026-03-15", null)];
  const organization = { validFrom: "2026-01-01", validTo: null };
  const at = (month: typeof march) => placeOfMonth(month, organization, places)?.path;
  expect(at({ first: "2026-02-01", last: "2026-02-28", day: null })).toBe("1.2.");
  expect(at(march)).toBe("1.3.");
  expect(placeOfMonth({ ...march, day: "2025-12-31" }, organization, places)).toBeNull();
});

test("an organisation was there in a month that it saw a day of", () => {
  expect(wasThere(march, { validFrom: "2026-03-31", validTo: null })).toBe(true);
  expect(wasThere(march, { validFrom: "2026-04-01", validTo: null })).toBe(false);
  expect(wasThere(march, { validFrom: "2025-01-01", validTo: "2026-03-01" })).toBe(true);
  expect(wasThere(march, { validFrom: "2025-01-01", validTo: "2026-02-28" })).toBe(false);
});

test("months add up whatever the order, and nothing plus nothing says nothing", () => {
  const cell = fc.option(fc.record({ owed: fc.nat(9), done: fc.nat(9), overdue: fc.nat(9), late: fc.nat(9) }), {
    nil: null,
  });
  const years = fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { maxLength: 5 });
  fc.assert(
    fc.property(years, (some) => {
      const sums = addYears(some, 12);
      expect(addYears(some.toReversed(), 12)).toEqual(sums);
      for (const [month, sum] of sums.entries()) {
        const told = some.flatMap((year) => year[month] ?? []);
        expect(sum === null).toBe(told.length === 0);
        expect(sum?.owed ?? 0).toBe(told.reduce((all, { owed }) => all + owed, 0));
        expect(sum?.late ?? 0).toBe(told.reduce((all, { late }) => all + late, 0));
      }
    }),
  );
});
