import { assessmentHelp } from "./pages/assessment.ts";
import { dutiesHelp } from "./pages/duties.ts";
import { groundHelp } from "./pages/ground.ts";
import type { PageHelp } from "./pages/help-type.ts";
import { peopleHelp } from "./pages/people.ts";
import { recordsHelp } from "./pages/records.ts";

/** The help of every page by its route in router.tsx; a test finds a route without it. */
export const pageHelp: Readonly<Record<string, PageHelp>> = {
  ...dutiesHelp,
  ...recordsHelp,
  ...assessmentHelp,
  ...peopleHelp,
  ...groundHelp,
};
