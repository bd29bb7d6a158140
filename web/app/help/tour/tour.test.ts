import { roles } from "@dutyloop/domain/identity/things.ts";
import { expect, test } from "vitest";
import { isFirstTime, rememberOffer } from "./tour-seen.ts";
import { audienceOf, tourSteps } from "./tour-steps.ts";

test("every role has a tour of three steps, the last of which says where to ask", () => {
  expect(new Set(roles.map((role) => audienceOf([role])))).toEqual(new Set(Object.keys(tourSteps)));
  for (const steps of Object.values(tourSteps)) {
    expect(steps).toHaveLength(3);
    expect(steps[2].title).toBe("askTitle");
  }
});

test("the tour is that of the role one arrives with", () => {
  expect(audienceOf(["party_committee_leader", "party_member"])).toBe("leader");
  expect(audienceOf(["branch_secretary"])).toBe("secretary");
  expect(audienceOf(["audit_administrator"])).toBe("administrator");
  expect(audienceOf([])).toBe("member");
});

test("an account is new on a device once, and each account by itself", () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(isFirstTime("a", store)).toBe(true);
  rememberOffer("a", store);
  expect([isFirstTime("a", store), isFirstTime("b", store)]).toEqual([false, true]);
});

test("a store that can't be used stops nobody", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  const store = { getItem: forbidden, setItem: forbidden };
  expect(isFirstTime("a", store)).toBe(false);
  expect(() => rememberOffer("a", store)).not.toThrow();
});
