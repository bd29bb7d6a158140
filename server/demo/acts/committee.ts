import { addDays, halfYearOf, type Month, type PlainDate, quarterOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Post } from "@dutyloop/domain/organization/things.ts";
import { type SubmittedRecord, submitRecord } from "../../modules/fulfilment/index.ts";
import { appoint } from "../../modules/organization/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { Branch, Member } from "../branch.ts";
import { type DemoCalendar, workingDays } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { ordinaryMember } from "../holders.ts";

/** Its secretary first; each is a member of another branch. */
const posts: readonly Post[] = [
  "SECRETARY",
  "DEPUTY_SECRETARY",
  "DISCIPLINE_MEMBER",
  "ORGANIZATION_MEMBER",
  "PUBLICITY_MEMBER",
  "COMMITTEE_MEMBER",
  "COMMITTEE_MEMBER",
];

type Committee = { readonly rootId: string; readonly officer: Caller; readonly members: readonly Member[] };

/** Appoints the 党委 from the first branches, one of each. */
export async function appointCommittee(
  firstDay: Workshop,
  officer: Caller,
  rootId: string,
  branches: readonly Branch[],
  validFrom: PlainDate,
): Promise<Committee> {
  const members = branches.slice(0, posts.length).map(ordinaryMember);
  for (const [index, { personId }] of members.entries()) {
    const post = posts[index] as Post;
    await perform(firstDay, appoint, officer, { organizationId: rootId, personId, post, validFrom, validTo: null });
  }
  return { rootId, officer, members };
}

type Session = {
  readonly codes: readonly string[];
  readonly days: readonly [number, number];
  readonly title: string;
  readonly minutes: string;
  readonly topics: SubmittedRecord["topics"];
  readonly materials: readonly string[];
  readonly resolution: string | null;
};

const of = (template: string, ...codes: string[]) => codes.map((code) => ({ template, code }));

/** What the 党委 holds in a month: every month, in each quarter, in each half-year. */
function sessionsOf(month: Month, { branchesFrom }: DemoCalendar, chance: Chance): Session[] {
  const number = Number(month.slice(5));
  const [year, word] = [month.slice(0, 4), `${number}月`];
  // Now and then the first item is left out: that duty stays open.
  const first = !chance.happens(0.1);
  const sessions: Session[] = [
    {
      codes: first ? ["committee_session", "first_topic"] : ["committee_session"],
      days: [4, 10],
      title: `${word}党委会：${chance.pick(["前置研究年度重点项目安排", "研究基层党建重点任务", "研究队伍建设和人才培养", "研究安全生产责任落实"])}`,
      minutes: `${first ? "第一议题集中学习上级重要会议精神，结合公司实际提出贯彻举措。" : ""}逐项研究本月议题，班子成员充分发表意见，书记末位表态；明确责任部门和完成时限，纳入督办。`,
      topics: [
        ...of("committee_session", "party_work", "prior_study"),
        ...(first ? of("first_topic", "study", "measures") : []),
      ],
      materials: chance.happens(0.85) ? ["agenda", "papers", "summary"] : ["papers"],
      resolution: chance.pick(["同意年度重点项目安排", "通过基层党建重点任务清单", "通过督办事项清单"]),
    },
  ];
  if (number % 3 === 2 && quarterOf(`${month}-01`).from >= branchesFrom) {
    sessions.push({
      codes: ["study_center"],
      days: [9, 16],
      title: `${year}年第${Math.ceil(number / 3)}季度党委理论学习中心组集体学习研讨`,
      minutes: "围绕本季度专题集体学习，两名班子成员重点发言，其他成员交流研讨，形成结合实际的举措三条。",
      topics: of("study_center", "study", "discussion", "application"),
      materials: ["plan", "speeches"],
      resolution: null,
    });
  }
  const half = halfYearOf(`${month}-01`).from >= branchesFrom;
  if ((number === 4 || number === 10) && half) {
    sessions.push({
      codes: ["strict_governance"],
      days: [12, 20],
      title: `全面从严治党专题研究（${number === 4 ? "上" : "下"}半年）`,
      minutes: "分析公司从严治党总体形势，听取班子成员履行“一岗双责”情况，研究修订责任清单和年度任务安排。",
      topics: of("strict_governance", "review", "duty_list", "report"),
      materials: ["duty_list", "year_plan"],
      resolution: "通过修订后的责任清单",
    });
  }
  if ((number === 5 || number === 11) && half) {
    sessions.push({
      codes: ["ideology"],
      days: [11, 18],
      title: `意识形态工作专题研究（${number === 5 ? "上" : "下"}半年）`,
      minutes: "听取意识形态工作情况汇报，总体分析研判，研究阵地管理和下半年工作措施。",
      topics: of("ideology", "analysis", "positions", "measures"),
      materials: ["report"],
      resolution: "通过意识形态工作措施",
    });
  }
  return sessions;
}

/** The officer enters what the 党委 held, each session a day or two later. Answers the number of records. */
export async function enterSessions(
  at: (moment: Date) => Workshop,
  committee: Committee,
  calendar: DemoCalendar,
  ofCommittee: Chance,
): Promise<number> {
  const yesterday = addDays(calendar.today, -1);
  let entered = 0;
  for (const month of calendar.months) {
    const chance = ofCommittee.of(month);
    for (const session of sessionsOf(month, calendar, chance)) {
      const heldOn = chance.pick(workingDays(month, ...session.days));
      const input = recordOf(chance, committee, session, heldOn);
      if (heldOn > yesterday) continue;
      const enteredOn = [addDays(heldOn, chance.whole(0, 2)), yesterday].sort()[0] as PlainDate;
      await perform(at(calendar.at(enteredOn, "17:40")), submitRecord, committee.officer, input);
      entered += 1;
    }
  }
  return entered;
}

function recordOf(
  chance: Chance,
  { rootId, members }: Committee,
  session: Session,
  occurredOn: PlainDate,
): SubmittedRecord {
  const [secretary, deputy] = members;
  // More than two thirds are always there: the 党委 may decide.
  const away = members.length > 4 ? chance.whole(0, 1) + chance.whole(0, 1) : 0;
  const absent = new Set(chance.shuffled(members.slice(2)).slice(0, away));
  const attendance = members.map((member) => ({
    personId: member.personId,
    presence: absent.has(member) ? ("leave" as const) : ("present" as const),
    reason: absent.has(member) ? chance.pick(["出差", "上级会议", "现场督导"]) : null,
  }));
  const { codes, title, minutes, topics, materials, resolution } = session;
  return {
    organizationId: rootId,
    subjectId: rootId,
    templateCodes: [...codes],
    title,
    occurredOn,
    startTime: "09:00",
    endTime: chance.pick(["10:30", "11:00", "11:30"]),
    place: "七楼第一会议室",
    chairId: secretary?.personId ?? null,
    recorderId: deputy?.personId ?? null,
    lecturer: null,
    minutes,
    topics,
    resolutions:
      resolution === null
        ? []
        : [{ title: resolution, for: members.length - away, against: 0, abstain: 0, secretaryLast: true }],
    attendance,
    guests: [{ name: "党建部列席人员" }],
    fileIds: [],
    materials: materials.map((code) => ({ code, fileId: null })),
  };
}
