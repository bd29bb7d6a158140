import { workdaysLeft } from "@dutyloop/domain/kernel/workdays.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";

type Shown = {
  readonly state: string;
  readonly publicity: { readonly from: string; readonly to: string; readonly workdaysLeft?: number | undefined } | null;
};
type Asked = Pick<ReadRequest<"getBoard">, "today" | "workCalendar">;

/** A read whose answer says, while 公示 runs, how many workdays of it are left by the group's calendar. */
export function withWorkdaysLeft<Request, Answered extends Shown>(
  handle: (request: Request) => Promise<Answered>,
): (request: Request & Asked) => Promise<Answered> {
  return async (request) => {
    const answer = await handle(request);
    const { state, publicity } = answer;
    if (publicity === null || state !== "publicity") return answer;
    const left = workdaysLeft(request.today, publicity, request.workCalendar);
    return { ...answer, publicity: { ...publicity, workdaysLeft: left } };
  };
}
