import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { newId } from "../../../app/api/new-id.ts";
import { ConnectionLost, problemsByField, Refusal } from "../../../app/api/refusal.ts";
import type { RecordForm } from "../draft.ts";
import { attendanceOf } from "../form/attendance-count.ts";
import type { Deviation, Reason } from "../form/deviations.ts";
import type { HostPeople } from "../form/whole-form.ts";
import type { PartDraft } from "./kept-part.ts";

/** What a correction of a part starts from: the caller's own parts of the version that stands. */
export type Correcting = Pick<Answer<"getRecordEntry">, "version" | "entry">;
type Sending = {
  recordId: string;
  host: { organizationId: string; subjectId: string };
  part: PartDraft;
  people: HostPeople;
  correcting: Correcting | undefined;
  forget: () => void;
  onEntered: ((result: Answer<"enterHostPart">) => void) | undefined;
};

/** Sends a part, or its correction; what was typed is kept until it is in. */
export function usePartSending({ recordId, host, part, people, correcting, forget, onEntered }: Sending) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key, setKey] = useState(newId);
  const { organizationId, subjectId } = host;
  const here = new Set(people.roster.map(({ personId }) => personId));
  const own = {
    attendance: attendanceOf(part.marks).filter(({ personId }) => here.has(personId)),
    guests: part.guests.map((name) => ({ name })),
  };
  const deviations = part.deviations.filter(({ reason }) => reason.trim() !== "");
  const reasoned = deviations.length > 0 ? { deviations } : {};
  const act = useMutation({
    mutationFn: async (): Promise<Answer<"enterHostPart">> => {
      if (correcting === undefined) {
        const lateReason = part.reason.trim() || null;
        const body = { subjectId, ...own, ...reasoned, lateReason };
        return call("enterHostPart", { params: { recordId, organizationId }, body });
      }
      const { version, entry } = correcting;
      const mine = { organizationId, subjectId, ...own };
      const hosts = (entry.hosts ?? []).map((one) => (one.subjectId === subjectId ? mine : one));
      const body = { ...entry, hosts, ...reasoned, version, reason: part.reason };
      return call("correctRecord", { params: { recordId }, body }, { idempotencyKey: key });
    },
    onSuccess: (result) => {
      forget();
      const others = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "session";
      if (onEntered) onEntered(result);
      else void navigate({ to: "/records/$recordId", params: { recordId } });
      void client.invalidateQueries({ predicate: others });
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === "idempotency.key_reused") setKey(newId());
    },
  });
  return {
    send: () => act.mutate(),
    busy: act.isPending,
    error: act.error,
    failed: act.isError,
    lost: act.error instanceof ConnectionLost,
    problems: problemsByField(act.error),
  };
}

/** What a reason was given for, and what the server still asks one for. */
export function silentDeviations(
  error: unknown,
  reasons: readonly Reason[],
  types: readonly RecordForm["template"][],
): Pick<Deviation, "templateCode" | "check" | "name">[] {
  const asked = reasons.map(({ template, check }) => ({ templateCode: template, check }));
  if (error instanceof Refusal && error.code === "record.deviation_reason_missing")
    asked.push({ templateCode: String(error.values.template), check: String(error.values.check) });
  return asked.map(({ templateCode, check }) => {
    const type = types.find(({ code }) => code === templateCode);
    const line = type?.checks.find(({ code }) => code === check);
    return { templateCode, check, name: line?.name ?? type?.name ?? { zh: check, en: check } };
  });
}
