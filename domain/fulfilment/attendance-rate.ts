import { format, rational } from "../kernel/rational.ts";
import type { AttendanceCount } from "./things.ts";

/** 到会率 in per cent with two decimals ("86.11"), half away from zero; null where nobody counts. */
export function attendanceRate({ expected, present }: Pick<AttendanceCount, "expected" | "present">): string | null {
  return expected === 0 ? null : format(rational(present * 100, expected), 2);
}
