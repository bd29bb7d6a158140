import type * as FastJson from "fast-json-stringify";
import { z } from "zod";
import { onFirstUse } from "../packages/on-first-use.ts";

const fastJson = onFirstUse<typeof FastJson.default>("fast-json-stringify");

type Serialize = (data: unknown) => string;

/** The program that writes an endpoint's answers as JSON by its schema: what the schema doesn't name is left out. */
export function makeSerializer(answer: z.ZodType): Serialize {
  return fastJson()(z.toJSONSchema(answer, { io: "output", target: "draft-7" }) as FastJson.Schema);
}

/** `makeSerializer` at the first answer: those of all endpoints together take more memory than a server at rest has for them. */
export function answerSerializer(answer: z.ZodType): Serialize {
  let serialize: Serialize | undefined;
  return (data) => {
    serialize ??= makeSerializer(answer);
    return serialize(data);
  };
}
