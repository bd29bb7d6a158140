import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Drill, outcomeOf, scaled } from "../drill.ts";

const zones = ["Asia/Shanghai", "UTC", "America/New_York"];

type Told = {
  readonly told: readonly { readonly moment: string; readonly due: number }[];
  readonly posted: { readonly facts: readonly unknown[]; readonly wrong: number };
  readonly shifted: number;
};

/** Days, months and years change, the clock jumps back and forth, and it comes to the same wherever the machine stands. */
export const clockDrill: Drill = {
  code: "T13",
  name: "clock",
  mutants: ["days_as_instants", "day_of_the_machine"],
  async run(run) {
    const dates = scaled(10_000, run, 2500);
    const sides: Told[] = [];
    for (const zone of zones) sides.push(await toldIn(zone, dates));
    const [first] = sides as [Told, ...Told[]];
    const found = zones.flatMap((zone, at) => {
      const { told, posted, shifted } = sides[at] as Told;
      const differs = told.findIndex((one, index) => JSON.stringify(one) !== JSON.stringify(first.told[index]));
      return [
        ...(differs < 0
          ? []
          : [`${zone}: ${JSON.stringify(told[differs])} and not ${JSON.stringify(first.told[differs])}`]),
        ...(JSON.stringify(posted.facts) === JSON.stringify(first.posted.facts) ? [] : [`${zone}: other facts`]),
        ...(posted.wrong === 0 ? [] : [`${zone}: ${posted.wrong} duties aren't booked exactly once`]),
        ...(shifted === 0 ? [] : [`${zone}: ${shifted} dates shifted`]),
      ];
    });
    const booked = first.told.reduce((sum, { due }) => sum + due, 0);
    if (booked === 0) found.push("nothing ever became due");
    return outcomeOf(
      `${first.told.length} moments and ${booked} duties booked once in ${zones.join(", ")} alike, ${dates} dates of 1986–1991 each, ${sides.reduce((sum, { shifted }) => sum + shifted, 0)} shifted`,
      found,
    );
  },
};

async function toldIn(zone: string, dates: number): Promise<Told> {
  const side = [join(import.meta.dirname, "clock-side.ts"), `${dates}`];
  const { stdout } = await promisify(execFile)(process.execPath, side, {
    env: { ...process.env, TZ: zone },
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout) as Told;
}
