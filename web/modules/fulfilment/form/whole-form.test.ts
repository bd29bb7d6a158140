import { expect, test } from "vitest";
import { type Draft, draftFrom, type RecordForm } from "../draft.ts";
import { emptyElection, withCandidate } from "./elections.ts";
import { askedOf } from "./preview.ts";
import { circlesOf, everybodyOf, type HostPeople, sendable, type WholeForm } from "./whole-form.ts";

type Template = RecordForm["template"];
const type = (code: string, participants: string, materials: string[] = []) =>
  ({ code, participants, checks: [], materials: materials.map((one) => ({ code: one })) }) as unknown as Template;
const people = (...ids: string[]) => ids.map((personId) => ({ personId })) as RecordForm["roster"];
const form = {
  organizationId: "branch",
  subjectId: "branch",
  title: "",
  place: "",
  occurredOn: "2026-03-10",
  chairId: null,
  recorderId: null,
  template: type("theme_day", "members", ["plan"]),
  alsoPossible: [{ template: type("committee_meeting", "committee") }, { template: type("party_lecture", "members") }],
  roster: people("a", "b"),
} as unknown as RecordForm;
const host = (part: Partial<HostPeople>): HostPeople => ({
  organizationId: "second",
  organizationName: "第二党支部",
  roster: people("c", "d"),
  loading: false,
  error: null,
  retry: () => {},
  ...part,
});
const whole = (part: Partial<HostPeople> = {}): WholeForm => ({ ...form, hosts: [host(part)], expectedAt: {} });
const present = (personId: string) => ({ personId, presence: "present" as const, reason: null });
const draft = (part: Partial<Draft> = {}): Draft => ({ ...draftFrom(form, "key"), ...part });
const joint = draft({
  hosts: [{ organizationId: "second", subjectId: "second", attendance: [present("c"), present("gone")], guests: [] }],
});

test("a type that asks for other people has them asked for, one that asks for the same doesn't", () => {
  const circles = (templateCodes: string[]) => circlesOf(form, { templateCodes }).map(({ code }) => code);
  expect(circles(["theme_day", "party_lecture"])).toEqual(["theme_day"]);
  expect(circles(["theme_day", "party_lecture", "committee_meeting"])).toEqual(["theme_day", "committee_meeting"]);
  expect(everybodyOf([people("a", "b"), people("b", "c")]).map(({ personId }) => personId)).toEqual(["a", "b", "c"]);
});

test("of a host that joined only its people of that day are sent", () => {
  expect(sendable(joint, whole()).hosts?.[0]?.attendance).toEqual([present("c")]);
});

test("while its people are on their way, or can't be had, nothing that was marked is dropped", () => {
  expect(sendable(joint, whole({ roster: [], loading: true })).hosts).toEqual(joint.hosts);
  expect(sendable(joint, whole({ roster: [], error: new Error("lost") })).hosts).toEqual(joint.hosts);
});

test("papers are sent where they are asked for, those of a type that is no longer chosen aren't", () => {
  const kept = [
    { code: "plan", fileId: null },
    { code: "agenda", fileId: null },
  ];
  expect(sendable(draft({ materials: kept }), whole()).materials).toEqual([{ code: "plan", fileId: null }]);
  expect(sendable(draft(), whole()).materials).toEqual([]);
  const nothingAsked = { ...whole(), template: type("theme_day", "members") };
  expect(sendable(draft({ materials: kept }), nothingAsked)).not.toHaveProperty("materials");
});

test("reasons that are blank aren't sent", () => {
  const reason = (text: string) => ({ template: "theme_day", check: "within_window", reason: text });
  expect(sendable(draft({ deviations: [reason(" ")] }), whole())).not.toHaveProperty("deviations");
  expect(sendable(draft({ deviations: [reason("另有安排")] }), whole()).deviations).toEqual([reason("另有安排")]);
});

test("what isn't named yet is asked about under a sign, and an election without candidates isn't asked about", () => {
  const counted = { ...emptyElection("e2", 9), candidates: withCandidate([], { personId: "a", name: "赵" }) };
  const typed = draft({
    resolutions: [{ key: "r", title: " ", for: 1, against: 0, abstain: 0 }],
    elections: [emptyElection("e1", 9), counted],
  });
  const { body, electionKeys } = askedOf(typed, whole());
  expect(body.resolutions).toEqual([{ title: "—", for: 1, against: 0, abstain: 0 }]);
  expect(body.elections).toEqual([
    { title: "—", seats: 1, issued: 9, returned: 9, candidates: [{ personId: "a", name: "赵", votes: 0 }] },
  ]);
  expect(electionKeys).toEqual(["e2"]);
  expect(body).not.toHaveProperty("draftId");
});
