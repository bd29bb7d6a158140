import { expect, test } from "vitest";
import { z } from "zod";
import { touches, withStandIns } from "./stand-ins.ts";

const schema = z.strictObject({
  code: z.string().regex(/^[a-z_0-9]+$/),
  due: z.string().regex(/^\d\d-\d\d$/),
  times: z.int().min(1).max(31),
  kind: z.enum(["record", "task"]),
  steps: z.array(z.strictObject({ name: z.string().min(1).max(5), by: z.strictObject({ who: z.string() }) })),
});

test("what is missing or doesn't fit is stood in for, and the places are said", () => {
  const body = { code: "A B", due: "soon", times: 40, kind: "other", steps: [{ name: "", extra: 1 }] };
  const found = withStandIns(schema, body);
  expect(schema.safeParse(found?.body).success).toBe(true);
  expect(found?.body.steps).toHaveLength(1);
  const places = new Set(found?.places.map((place) => place.join(".")));
  expect([...places].toSorted()).toEqual([
    "code",
    "due",
    "kind",
    "steps.0.by",
    "steps.0.by.who",
    "steps.0.extra",
    "steps.0.name",
    "times",
  ]);
  expect(body.steps).toEqual([{ name: "", extra: 1 }]);
});

test("what fits stays as it is, and a list that isn't there tells nothing", () => {
  const right = { code: "a", due: "01-02", times: 2, kind: "task", steps: [] };
  expect(withStandIns(schema, right)).toEqual({ body: right, places: [] });
  expect(withStandIns(schema, { ...right, steps: undefined })).toBeNull();
  expect(withStandIns(schema, "text")).toBeNull();
});

test("a place touches those above and below it only", () => {
  expect([touches(["a", 0, "b"], ["a"]), touches(["a"], ["a", 0]), touches(["a", 0], ["a", 1])]).toEqual([
    true,
    true,
    false,
  ]);
});
