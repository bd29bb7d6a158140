import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import type { Draft } from "../draft.ts";
import { type Asked, askedOf } from "./preview.ts";
import type { WholeForm } from "./whole-form.ts";

type Result = NonNullable<Answer<"previewRecord">["result"]>;
export type Preview = {
  /** Whether the record could be submitted as it stands. */
  readonly whole: boolean;
  /** Whether everybody is marked: before that much looks other than it will be. */
  readonly marked: boolean;
  readonly result: Result;
  readonly electionOf: (key: string) => Result["elections"][number] | undefined;
};

/** So long after the last key the server is asked what the record would do. */
const pause = 700;

/**
 * What the record would do if it were submitted as it stands, as the server judges it; null until somebody marked who was
 * there, and where it can't be told. Nothing waits for it.
 */
export function usePreview(form: WholeForm, draft: Draft): Preview | null {
  const now = askedOf(draft, form);
  const text = JSON.stringify(now);
  const [settled, setSettled] = useState<{ asked: Asked; text: string }>({ asked: now, text });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ asked: JSON.parse(text) as Asked, text }), pause);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    ...ask("previewRecord", { params: { organizationId: form.organizationId }, body: settled.asked.body }),
    enabled: Object.keys(draft.marks).length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
    gcTime: 0,
  });
  if (!data?.result) return null;
  const { refusal, result } = data;
  return {
    whole: refusal === null,
    marked: refusal?.field !== "attendance",
    result,
    electionOf: (key) => result.elections[settled.asked.electionKeys.indexOf(key)],
  };
}
