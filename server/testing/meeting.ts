import type { Body } from "@dutyloop/contract/endpoints.ts";
import { submitRecord, uploadFile } from "../modules/fulfilment/index.ts";
import { openFileStore } from "../platform/files/store.ts";
import type { UseCase } from "../platform/ritual/use-case.ts";
import { jpeg } from "./photographs.ts";
import type { Branch } from "./world.ts";

/** A 主题党日 that was held, with its photograph. */
export type Meeting = { readonly recordId: string; readonly fileId: string };
export type MeetingBody = Body<"submitRecord">;

/** What a secretary submits where nothing is wrong: everybody was there but the last, who was ill. */
export function meetingBody(
  branch: Pick<Branch, "id" | "mark" | "memberIds">,
  over: Partial<MeetingBody> = {},
): MeetingBody {
  return {
    subjectId: branch.id,
    templateCodes: ["theme_day"],
    title: `${branch.mark}title`,
    occurredOn: "2026-03-10",
    startTime: "14:00",
    endTime: "15:30",
    place: `${branch.mark}room`,
    chairId: branch.memberIds[0] ?? null,
    recorderId: branch.memberIds[1] ?? null,
    lecturer: null,
    minutes: `${branch.mark}minutes: 学习安全生产月活动方案，讨论工器具双人复核，党员领题三项。`,
    topics: ["central_work"],
    resolutions: [],
    attendance: branch.memberIds.map((personId, index) => ({
      personId,
      presence: index === branch.memberIds.length - 1 ? "leave" : "present",
      reason: index === branch.memberIds.length - 1 ? `${branch.mark}person-reason` : null,
    })),
    guests: [{ name: `${branch.mark}person-guest` }],
    fileIds: [],
    ...over,
  };
}

type Act = <Input, State, Decision, Answer>(
  useCase: UseCase<Input, State, Decision, Answer>,
  input: Input,
) => Promise<Answer>;

export async function heldMeeting(
  folder: string,
  act: Act,
  branch: Pick<Branch, "id" | "mark" | "memberIds">,
): Promise<Meeting> {
  const upload = uploadFile(openFileStore(`${folder}/files`));
  const file = await act(upload, {
    organizationId: branch.id,
    bytes: jpeg({ comment: branch.mark, shade: branch.mark.length }),
  });
  const body = meetingBody(branch, { fileIds: [file.id] });
  const record = await act(submitRecord, { ...body, organizationId: branch.id });
  return { recordId: record.recordId, fileId: file.id };
}
