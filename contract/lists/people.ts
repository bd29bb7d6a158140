import type { ShownState } from "@dutyloop/domain/organization/member-things.ts";
import { memberStateWords } from "../messages/member-words.ts";
import { postWords } from "../messages/organization-words.ts";
import { type ListOf, together } from "./list.ts";

const doubleDuty = { zh: "一岗双责", en: "double duty" } as const;

/** Who is developed or disposed of isn't taken away with the others. */
const onRoster: ReadonlySet<ShownState> = new Set(["PROBATIONARY", "FULL", "SUSPENDED", "LEFT"]);

/** 人员名册. */
export const peopleList: ListOf<"listPeople"> = {
  name: { zh: "人员名册", en: "People" },
  organizationOf: ({ organizationId }) => organizationId,
  sensitive: ({ memberState }) => !onRoster.has(memberState),
  columns: [
    { key: "name", name: { zh: "姓名", en: "Name" }, value: ({ name }) => name },
    { key: "number", name: { zh: "人员编号", en: "Staff number" }, value: ({ number }) => number },
    {
      key: "state",
      name: { zh: "党籍", en: "Membership" },
      value: ({ memberState }, { language }) => memberStateWords[language][memberState],
    },
    {
      key: "post",
      name: { zh: "职务", en: "Post" },
      width: 20,
      value: (person, { language }) =>
        together([
          ...person.posts.map((post) => postWords[language][post]),
          person.doubleDuty ? doubleDuty[language] : null,
        ]),
    },
    { key: "joined", name: { zh: "入党日期", en: "Joined on" }, kind: "date", value: ({ joinedOn }) => joinedOn },
    {
      key: "belongs",
      name: { zh: "所在组织", en: "Belongs to" },
      width: 30,
      value: ({ organizationName, groupName }) => together([organizationName, groupName]),
    },
    {
      key: "branch",
      name: { zh: "党支部", en: "Branch" },
      width: 28,
      extra: true,
      value: ({ organizationName }) => organizationName,
    },
    { key: "group", name: { zh: "党小组", en: "Party group" }, extra: true, value: ({ groupName }) => groupName },
    {
      key: "double",
      name: { zh: "一岗双责", en: "Double duty" },
      extra: true,
      value: (person, { language }) => (person.doubleDuty ? doubleDuty[language] : ""),
    },
  ],
};
