import { useQueries, useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useMay } from "../../../app/session/session.ts";

/** Full marks of an indicator in the schemes an organisation is scored by; null where none of them uses it. */
export function useFullMarks(organizationId: string, period: string, indicatorCode: string): string | null {
  const enabled = useMay()("score.read");
  const params = { organizationId, period };
  const first = useQuery({ ...ask("getScore", { params }), enabled });
  const others = (first.data?.schemes ?? []).filter(({ code }) => code !== first.data?.scheme.code);
  const rest = useQueries({
    queries: others.map(({ code }) => ({ ...ask("getScore", { params, query: { scheme: code } }), enabled })),
  });
  const line = [first, ...rest].flatMap(({ data }) => data?.lines ?? []).find(({ code }) => code === indicatorCode);
  return line?.fullMarks ?? null;
}
