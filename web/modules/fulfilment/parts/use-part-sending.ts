import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ConnectionLost, problemsByField, Refusal } from "../../../app/api/refusal.ts";
import { useSession } from "../../../app/session/session.ts";
import type { RecordForm } from "../draft.ts";
import { attendanceOf } from "../form/attendance-count.ts";
import type { Deviation, Reason } from "../form/deviations.ts";
import type { HostPeople } from "../form/whole-form.ts";
import type { PartSubmission } from "../offline/queue.ts";
import { queue } from "../offline/queue-store.ts";
import { sendOrWait } from "../offline/send-or-wait.ts";
import type { KeptPart } from "./kept-part.ts";
import { sendPart } from "./send-part.ts";

/** What a correction of a part starts from: the caller's own parts of the version that stands. */
export type Correcting = Pick<Answer<"getRecordEntry">, "version" | "entry">;
type Sending = {
  typed: KeptPart;
  people: HostPeople;
  correcting: Correcting | undefined;
  forget: () => void;
  renew: () => void;
  onEntered: ((result: Answer<"enterHostPart">) => void) | undefined;
};

/** Sends a part, or its correction; without a line it waits on this device and goes out by itself. */
export function usePartSending({ typed, people, correcting, forget, renew, onEntered }: Sending) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { account } = useSession();
  const { recordId, organizationId } = typed.of;
  const sends = bodyOfPart(typed, people, correcting);
  const wait = (tried: boolean): boolean => {
    const state = { tried, state: "waiting", refusal: null, recordId: null } as const;
    if (!queue(account.id, { ...state, organizationId, madeAt: Date.now(), typed, sends })) return false;
    forget();
    return true;
  };
  const act = useMutation({
    // What can't go out waits in the queue, not in the page.
    networkMode: "always",
    mutationFn: () => sendOrWait(() => sendPart({ typed, sends }), wait),
    onSuccess: (result) => {
      if (result === null) return;
      forget();
      const others = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "session";
      if (onEntered) onEntered(result);
      else void navigate({ to: "/records/$recordId", params: { recordId } });
      void client.invalidateQueries({ predicate: others });
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === "idempotency.key_reused") renew();
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

/** The request's body; only people of that day's list are marked. */
function bodyOfPart(
  { of: { organizationId, subjectId }, part }: KeptPart,
  { roster }: HostPeople,
  correcting: Correcting | undefined,
): PartSubmission["sends"] {
  const here = new Set(roster.map(({ personId }) => personId));
  const own = {
    attendance: attendanceOf(part.marks).filter(({ personId }) => here.has(personId)),
    guests: part.guests.map((name) => ({ name })),
  };
  const deviations = part.deviations.filter(({ reason }) => reason.trim() !== "");
  const reasoned = deviations.length > 0 ? { deviations } : {};
  if (correcting === undefined)
    return { act: "enter", body: { subjectId, ...own, ...reasoned, lateReason: part.reason.trim() || null } };
  const { version, entry } = correcting;
  const mine = { organizationId, subjectId, ...own };
  const hosts = (entry.hosts ?? []).map((one) => (one.subjectId === subjectId ? mine : one));
  return { act: "correct", body: { ...entry, hosts, ...reasoned, version, reason: part.reason } };
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
