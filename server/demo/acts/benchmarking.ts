import { addDays, addMonths, monthOf, type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { benchmarkSets, checkBenchmark, setBenchmarkTarget, verifyBenchmark } from "../../modules/standards/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { WorkingBranch } from "../branch.ts";
import type { DemoCalendar } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { habitsIn } from "../characters.ts";
import { inParallel } from "../in-parallel.ts";

type Callers = { readonly officer: Caller; readonly organizer: Caller };

const branchesAtOnce = 6;
/** 三年登高: what share is to be met in this year and the two before it. */
const targets = [70, 80, 90] as const;

/**
 * 对标: each branch looks at itself against the five standards and the 党委 against the six; the organiser verifies every
 * third branch and the 党委, and finds a little less than they did.
 */
export async function benchmark(
  at: (moment: Date) => Workshop,
  { officer, organizer }: Callers,
  rootId: string,
  branches: readonly WorkingBranch[],
  calendar: DemoCalendar,
  ofBenchmarks: Chance,
): Promise<void> {
  const day = addDays(calendar.today, -1);
  const year = yearOf(day);
  const [self, after] = [at(calendar.at(day, "10:00")), at(calendar.at(day, "15:30"))];
  const sets = await benchmarkSets();
  const dueOn: PlainDate = `${addMonths(monthOf(calendar.today), 2)}-15`;
  const itemsOf = (fits: "branch" | "committee", chance: Chance, unmet: number) =>
    (sets.find((set) => set.fits === fits)?.parts ?? []).flatMap(({ items }) =>
      items.map(({ code }) =>
        chance.happens(unmet)
          ? { code, met: false, note: "有差距，已列整改时间", dueOn }
          : { code, met: true, note: "", dueOn: null },
      ),
    );
  const setTargets = async (organizationId: string) => {
    for (const [index, target] of targets.entries()) {
      const of = { organizationId, year: year - targets.length + 1 + index };
      await perform(self, setBenchmarkTarget, officer, { ...of, target });
    }
  };
  await inParallel(branches, branchesAtOnce, async ({ id: organizationId, number, department, secretary }) => {
    const chance = ofBenchmarks.of(department.name);
    const unmet = 0.06 + habitsIn(department.character, monthOf(calendar.today), calendar.today).gap / 3;
    const items = itemsOf("branch", chance, unmet);
    await perform(self, checkBenchmark, secretary, { organizationId, year, items });
    if (number % 3 !== 0) return;
    await setTargets(organizationId);
    const verified = items.map((item) =>
      item.met && chance.happens(0.05) ? { ...item, met: false, note: "现场查看未达到", dueOn } : item,
    );
    await perform(after, verifyBenchmark, organizer, { organizationId, year, items: verified });
  });
  const own = { organizationId: rootId, year, items: itemsOf("committee", ofBenchmarks.of("committee"), 0.12) };
  await setTargets(rootId);
  await perform(self, checkBenchmark, officer, own);
  await perform(after, verifyBenchmark, organizer, own);
}
