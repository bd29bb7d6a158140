import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";

const held = () => new WeakRef(new Array(1000).fill("row"));

test("what nobody holds any more is gone", async () => {
  const ref = held();
  expect(ref.deref()).toHaveLength(1000);
  // A weak reference that was read stays until the turn is over.
  await setImmediate();
  collectGarbage();
  expect(ref.deref()).toBeUndefined();
});
