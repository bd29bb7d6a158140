import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { expect, test } from "vitest";
import { z } from "zod";
import { answerSerializer, makeSerializer } from "./answer-serializer.ts";

test("an answer says what its schema names and nothing else, each time", () => {
  const serialize = answerSerializer(z.strictObject({ rows: z.array(z.strictObject({ name: z.string() })) }));
  const answer = { rows: [{ name: "党支部", idNumber: "secret" }], tenantId: 7 };
  for (let time = 0; time < 2; time += 1) expect(JSON.parse(serialize(answer))).toEqual({ rows: [{ name: "党支部" }] });
});

test("the answers of every endpoint can be written", () => {
  const unwritable = Object.entries(endpoints as Record<string, Endpoint>).filter(([, { answer, binaryAnswer }]) => {
    if (binaryAnswer) return false;
    try {
      makeSerializer(answer);
      return false;
    } catch {
      return true;
    }
  });
  expect(unwritable.map(([name]) => name)).toEqual([]);
});
