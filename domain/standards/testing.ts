import { type TemplateBody, templateBody } from "./things.ts";

const name = (zh: string, en: string) => ({ zh, en });

/** A branch general meeting as the library describes it, with the parts a test wants to be different. */
export function meetingTemplate(changes: Partial<TemplateBody> = {}): TemplateBody {
  return templateBody.parse({
    code: "general_meeting",
    name: name("党员大会", "General meeting"),
    rules: ["MTG-01"],
    cadence: { every: "quarter", times: 1 },
    owedBy: "branch",
    participants: "members",
    fields: ["title", "occurred_on", "attendance", "minutes", "resolutions"],
    topics: [],
    resolutions: true,
    votingRule: "VOTE-01",
    checks: [
      { code: "topic", check: "topic_named", effect: "blocking", name: name("议题明确", "Topic named") },
      { code: "attendance", check: "attendance_taken", effect: "blocking", name: name("签到", "Attendance taken") },
      {
        code: "minutes",
        check: "minutes_written",
        parameters: { minimum: 10 },
        effect: "scored",
        name: name("记录完整", "Minutes written"),
      },
    ],
    strength: "general",
    ...changes,
  });
}

/** The monthly meeting of a 党小组. */
export function groupTemplate(): TemplateBody {
  return meetingTemplate({
    code: "group_meeting",
    cadence: { every: "month", times: 1 },
    owedBy: "group",
    participants: "group_members",
    votingRule: undefined,
  });
}
