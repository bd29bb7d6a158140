import { randomUUID } from "node:crypto";
import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { handOverDraft, saveRecordDraft } from "../../modules/fulfilment/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { WorkingBranch } from "../branch.ts";
import { committeeOf } from "../branch.ts";
import type { DemoCalendar } from "../calendar.ts";

type Typed = {
  readonly templateCode: string;
  readonly title: string;
  readonly minutes: string;
  readonly topics: readonly string[];
};

const general: Typed = {
  templateCode: "general_meeting",
  title: "讨论支部四项重点任务和下阶段安排",
  minutes: "听取支委会工作报告，讨论四项重点任务，逐项明确责任人和完成时间，会议进行了表决。",
  topics: ["committee_report", "important_matter"],
};
const special: Typed = {
  templateCode: "special_organizational_life",
  title: "作风建设专题组织生活会（草稿）",
  minutes: "会前已学习指定篇目，谈心谈话进行中，",
  topics: [],
};

/** A member of the visitor's committee has typed two records: one waits for the secretary's signature, one isn't finished. */
export async function typeDrafts(
  at: (moment: Date) => Workshop,
  member: Caller,
  branch: WorkingBranch,
  calendar: DemoCalendar,
): Promise<void> {
  const day = addDays(calendar.today, -1);
  const [typing, handing] = [at(calendar.at(day, "19:10")), at(calendar.at(day, "19:25"))];
  const [chair, recorder] = committeeOf(branch);
  for (const { templateCode, title, minutes, topics } of [general, special]) {
    const isWhole = templateCode === general.templateCode;
    const draftId = randomUUID();
    const draft = { subjectId: branch.id, templateCodes: [templateCode], title, occurredOn: day };
    // As the page keeps it.
    const content = {
      ...{ key: draftId, ...draft, startTime: "15:00", endTime: isWhole ? "16:30" : "", place: "三楼党员活动室" },
      ...{ chairId: chair?.personId ?? null, recorderId: recorder?.personId ?? null, lecturer: null, minutes, topics },
      marks: isWhole
        ? Object.fromEntries(branch.members.map(({ personId }) => [personId, { presence: "present", reason: "" }]))
        : {},
      ...{ guests: [], photos: [], resolutions: [] },
    };
    const kept = { ...draft, organizationId: branch.id, draftId, revision: 0, content: JSON.stringify(content) };
    const { revision } = await perform(typing, saveRecordDraft, member, kept);
    if (isWhole) await perform(handing, handOverDraft, member, { organizationId: branch.id, draftId, revision });
  }
}
