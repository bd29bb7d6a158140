import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { LoadGroup } from "../../bench/group.ts";
import { occasionsOf } from "../../bench/record-body.ts";
import type { SignedIn } from "../../bench/sign-in.ts";
import { jpeg } from "../../server/testing/photographs.ts";
import { newShift, openLine, type Said } from "./line.ts";

/** A duty whose deadline may be asked to be later. */
export type OpenDuty = { readonly obligationId: string; readonly branchId: string };
/** What the server has acknowledged besides records. */
export type OtherActs = {
  readonly photographs: string[];
  readonly extended: string[];
  readonly delivered: { readonly organizationId: string; readonly month: Month; readonly quantity: string }[];
};
export type Others = {
  readonly acknowledged: OtherActs;
  /** Answers that were neither an acknowledgement nor what follows from sending something again. */
  readonly refusals: readonly string[];
  rest(): void;
  goOn(): void;
  stop(): Promise<void>;
};

export const askedTo = "2099-12-31";
const connections = 4;

/**
 * Four clients that do what else a server is asked to write: photographs, requests for more time that somebody else
 * decides, figures of a business system. Each repeats what it wasn't answered.
 */
export function startOthers(
  origin: string,
  officer: SignedIn,
  signedIn: ReadonlyMap<string, SignedIn>,
  group: LoadGroup,
  { rootId, duties }: { rootId: string; duties: readonly OpenDuty[] },
): Others {
  const line = openLine(origin, connections);
  const shift = newShift();
  const acknowledged: OtherActs = { photographs: [], extended: [], delivered: [] };
  const refusals: string[] = [];
  const { branches } = group;
  const occasions = occasionsOf(group);
  const secretaryOf = new Map(branches.map(({ id, signInName }) => [id, signedIn.get(signInName)]));
  let [photographs, requests, deliveries] = [0, 0, 0];

  const isDone = ({ status, text }: Said): boolean => {
    if (status === 200) return true;
    refusals.push(text);
    return false;
  };

  async function upload(): Promise<boolean> {
    const number = photographs++;
    const branch = branches[number % branches.length];
    if (!branch) return false;
    const said = await line.untilAnswered({
      path: `/api/v1/organizations/${branch.id}/files`,
      who: secretaryOf.get(branch.id),
      body: jpeg({ comment: `photograph ${number}` }),
    });
    if (isDone(said)) acknowledged.photographs.push((JSON.parse(said.text) as { id: string }).id);
    return true;
  }

  async function extend(): Promise<boolean> {
    const duty = duties[requests++];
    if (!duty) return false;
    const asked = await line.untilAnswered({
      path: `/api/v1/obligations/${duty.obligationId}/requests`,
      who: secretaryOf.get(duty.branchId),
      body: { kind: "extend", askedTo, reason: "检修期间，人员在外" },
    });
    // Asked before the answer was lost: it stands, and its number was never told.
    if (asked.tries > 1 && codeOf(asked) === "request.already_open") return true;
    if (!isDone(asked)) return true;
    const { requestId } = JSON.parse(asked.text) as { requestId: string };
    const decided = await line.untilAnswered({
      path: `/api/v1/obligation-requests/${requestId}/decision`,
      who: officer,
      body: { approve: true, reason: "" },
    });
    const decidedBefore = decided.tries > 1 && codeOf(decided) === "request.already_decided";
    if (decidedBefore || isDone(decided)) acknowledged.extended.push(duty.obligationId);
    return true;
  }

  async function deliver(): Promise<boolean> {
    const number = deliveries++;
    const occasion = occasions[number];
    if (!occasion) return false;
    const { branch, month } = occasion;
    const quantity = String(1 + (number % 9));
    const figure = { kind: "metric", metric: "safety_events", occurredOn: `${month}-15`, quantity };
    const figures = [{ ...figure, attributes: { severity: "general" } }];
    const said = await line.untilAnswered({
      path: `/api/v1/organizations/${rootId}/measures`,
      who: officer,
      body: { source: "safety", month, deliveries: [{ organizationId: branch.id, figures }] },
    });
    if (isDone(said)) acknowledged.delivered.push({ organizationId: branch.id, month, quantity });
    return true;
  }

  const running = Promise.all([upload, upload, extend, deliver].map((act) => shift.keepDoing(act)));
  return {
    acknowledged,
    refusals,
    rest: () => shift.rest(),
    goOn: () => shift.goOn(),
    async stop() {
      shift.stop();
      await running;
      await line.close();
    },
  };
}

function codeOf({ text }: Said): string {
  return (JSON.parse(text) as { code: string }).code;
}
