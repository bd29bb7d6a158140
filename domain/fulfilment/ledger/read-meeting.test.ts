import { describe, expect, test } from "vitest";
import { type TemplateBody, templateBody } from "../../standards/things.ts";
import { type LedgerField, ledgerFields, type NamedMember } from "./ledger-things.ts";
import { columnOfRefusal, type LedgerPlace, readMeeting } from "./read-meeting.ts";

const member = (number: string, name: string, over: Partial<NamedMember> = {}): NamedMember => ({
  personId: `id-${number}`,
  number,
  name,
  memberState: "FULL",
  exempt: false,
  leftOutOfVoters: false,
  groupId: null,
  committeeMember: false,
  ...over,
});
const roster = [
  member("R1", "张三"),
  member("R2", "李四"),
  member("R3", "王五"),
  member("R4", "王五", { exempt: true }),
];
const place: LedgerPlace = {
  groupId: null,
  names: ["第一党支部", "老一支部"],
  validFrom: "2026-01-01",
  validTo: "2026-06-30",
  roster,
};
const template: TemplateBody = templateBody.parse({
  code: "meeting",
  name: { zh: "大会", en: "Meeting" },
  rules: [],
  cadence: { every: "month", times: 1 },
  owedBy: "branch",
  participants: "members",
  fields: [
    "title",
    "occurred_on",
    "time",
    "place",
    "host",
    "recorder",
    "attendance",
    "guests",
    "topics",
    "minutes",
    "resolutions",
  ],
  topics: [
    { code: "study", name: { zh: "学习", en: "Study" }, required: false },
    { code: "work", name: { zh: "工作", en: "Work" }, required: true },
  ],
  resolutions: true,
  checks: [],
  strength: "must",
});
type Cells = Partial<Record<LedgerField, string>>;
const right: Cells = { organization: "B1", type: "meeting", title: "主题", date: "2026-03-10", present: "4" };
const read = (over: Cells = {}, at: LedgerPlace | null = place, types: readonly TemplateBody[] = [template]) => {
  const cells: Cells = { ...right, ...over };
  const given = Object.fromEntries(ledgerFields.map((field) => [field, cells[field] || null])) as never;
  return readMeeting(given, at, types, "2026-03-18");
};
const faultsOf = (...given: Parameters<typeof read>) =>
  read(...given).faults.list.map(({ field, code, values }) => [field, code, ...Object.values(values)]);
const marksOf = (over: Cells) =>
  read(over).meeting.attendance.map(({ personId, presence, reason }) => [personId, presence, reason].join(" "));

test("a row that is right is the meeting that the form would send", () => {
  const { meeting, faults } = read({
    name: "老一支部",
    start: "14:00",
    end: "15:00",
    place: "会议室",
    host: "R3",
    recorder: "张三",
    leave: "李四：出差",
    present: "3",
    expected: "4",
    guests: "赵六、钱七",
    topics: "学习、Work",
    minutes: "记录",
    resolutions: "通过（赞成3，反对0，弃权0）",
    lateReason: "漏录",
  });
  expect(faults.list).toEqual([]);
  expect(meeting).toEqual({
    templateCodes: ["meeting"],
    title: "主题",
    occurredOn: "2026-03-10",
    startTime: "14:00",
    endTime: "15:00",
    place: "会议室",
    chairId: "id-R3",
    recorderId: "id-R1",
    lecturer: null,
    minutes: "记录",
    topics: ["study", "work"],
    resolutions: [{ title: "通过", for: 3, against: 0, abstain: 0 }],
    attendance: ["R1", "R2", "R3", "R4"].map((number) => ({
      personId: `id-${number}`,
      presence: number === "R2" ? "leave" : "present",
      reason: number === "R2" ? "出差" : null,
    })),
    guests: [{ name: "赵六" }, { name: "钱七" }],
    lateReason: "漏录",
  });
});

describe("who was there", () => {
  test("those listed, with those on leave and absent", () =>
    expect(marksOf({ present: "", attended: "R4、R3", leave: "R2：出差", absent: "张三：无故" })).toEqual([
      "id-R1 absent 无故",
      "id-R2 leave 出差",
      "id-R3 present ",
      "id-R4 present ",
    ]));
  test("nobody is assumed present where neither names nor their number is given", () =>
    expect(faultsOf({ present: "" })).toEqual([["attended", "record.attendance.incomplete", 4, 4]]));
  test("nobody is assumed present beside those listed", () =>
    expect(faultsOf({ attended: "R1、R2", present: "2" })).toEqual([
      ["attended", "record.attendance.incomplete", 2, 4],
    ]));
  test("the number present has to agree with the names, exempt members counted or not", () => {
    expect(faultsOf({ present: "3" })).toEqual([]);
    expect(faultsOf({ present: "4" })).toEqual([]);
    expect(faultsOf({ present: "2" })).toEqual([["present", "import.present_differs", 4]]);
    expect(faultsOf({ present: "四" })).toEqual([["present", "workbook.cell.not_a_number"]]);
  });
  test("the number expected has to agree with the roster, exempt members counted or not", () => {
    expect(faultsOf({ expected: "3" })).toEqual([]);
    expect(faultsOf({ expected: "5" })).toEqual([["expected", "import.expected_differs", 4]]);
  });
  test("leave and absence have a reason", () =>
    expect(faultsOf({ leave: "R1", present: "3" })).toEqual([["leave", "record.absence.reason_missing"]]));
  test("nobody is in two cells", () =>
    expect(faultsOf({ leave: "R1：病", absent: "张三：无故" })).toEqual([
      ["absent", "record.attendee.twice", "id-R1"],
    ]));
  test("who isn't a member that day, or isn't the only one of the name, is named in the cell", () => {
    expect(faultsOf({ attended: "R1、赵六" })).toEqual([["attended", "import.member_unknown", "赵六"]]);
    expect(faultsOf({ host: "王五", recorder: "无名" })).toEqual([
      ["host", "import.member_ambiguous", "王五"],
      ["recorder", "import.member_unknown", "无名"],
    ]);
  });
  test("only those of the committee or of the 党小组 are expected where the type says so", () => {
    const group = {
      ...place,
      groupId: "g",
      roster: roster.map((one, index) => ({ ...one, groupId: index < 2 ? "g" : null })),
    };
    const types = [{ ...template, participants: "group_members" as const, owedBy: "group" as const }];
    expect(faultsOf({ present: "2", expected: "2" }, group, types)).toEqual([]);
  });
});

describe("what can't be meant is named in its cell", () => {
  test.each<[string, Cells, unknown[]]>([
    ["another name than the code's", { name: "第二党支部" }, ["name", "import.name_differs", "第一党支部"]],
    ["a day before the organisation", { date: "2025-12-31" }, ["date", "import.before_organization", "2026-01-01"]],
    ["the type twice", { alsoType: "meeting" }, ["alsoType", "import.type_twice"]],
    ["what the type doesn't ask for", { lecturer: "某人" }, ["lecturer", "import.not_asked"]],
    ["a topic of no type", { topics: "学习、唱歌" }, ["topics", "import.topic_unknown", "唱歌", "学习、工作"]],
    ["a resolution without figures", { resolutions: "一致通过" }, ["resolutions", "import.resolution_unreadable"]],
    ["a guest's name that is none", { guests: "长".repeat(101) }, ["guests", "workbook.cell.too_long"]],
    ["a long reason", { leave: `R1：${"长".repeat(201)}`, present: "3" }, ["leave", "workbook.cell.too_long"]],
  ])("%s", (_name, cells, fault) => expect(faultsOf(cells)).toEqual([fault]));

  test("an organisation that isn't there", () =>
    expect(faultsOf({}, null)).toEqual([["organization", "import.organization_unknown", "B1"]]));
  test("a day after the organisation", () =>
    expect(faultsOf({ date: "2026-07-01" })[0]).toEqual(["date", "import.after_organization", "2026-06-30"]));
  test("several of them at once, with what the rules say of the entry itself", () =>
    expect(faultsOf({ host: "无名", start: "15:00", end: "14:00" })).toEqual([
      ["host", "import.member_unknown", "无名"],
      ["end", "record.time.end_before_start", "15:00", "14:00"],
    ]));
});

test("what a rule refuses is found in the column where it was written", () => {
  const namedIn = new Map<string, LedgerField>([["id-R1", "leave"]]);
  expect(columnOfRefusal("attendance", "id-R1", namedIn)).toBe("leave");
  expect(columnOfRefusal("attendance", undefined, namedIn)).toBe("attended");
  expect(columnOfRefusal("occurredOn", undefined, namedIn)).toBe("date");
  expect(columnOfRefusal("templates", undefined, namedIn)).toBe("type");
});
