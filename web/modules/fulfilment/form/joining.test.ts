import { expect, test } from "vitest";
import { toggledAwaited, toggledHost } from "./joining.ts";

const joined = { organizationId: "a", subjectId: "a", attendance: [], guests: [] };
const awaited = { organizationId: "a", subjectId: "a" };

test("a host is entered here or awaited, never both, and goes with a second tap", () => {
  expect(toggledHost({}, "a")).toEqual({ hosts: [joined], awaited: [] });
  expect(toggledHost({ hosts: [joined] }, "a")).toEqual({ hosts: [], awaited: [] });
  expect(toggledAwaited({ hosts: [joined] }, "a")).toEqual({ hosts: [], awaited: [awaited] });
  expect(toggledHost({ hosts: [], awaited: [awaited] }, "a")).toEqual({ hosts: [joined], awaited: [] });
  expect(toggledAwaited({ awaited: [awaited] }, "a")).toEqual({ hosts: [], awaited: [] });
});
