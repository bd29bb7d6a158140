import { daysBetween } from "../kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "../kernel/refusal.ts";
import { evaluateStandard, votersOf } from "../standards/standard-rules.ts";
import { votingTypeOf } from "../standards/template-policy.ts";
import type { StandardFacts, TemplateBody } from "../standards/things.ts";
import { decideVote } from "../standards/voting-rules.ts";
import { attendanceRefusal, countAttendance, expectedOf, expectedOfAll } from "./attendance-rules.ts";
import { deviationsOf } from "./deviation-rules.ts";
import { dischargeOf, makeUpRefusal, windowRefusal } from "./discharge-decision.ts";
import { decideElections, type ElectionDecision } from "./election-rules.ts";
import { entryRefusal } from "./entry-rules.ts";
import { factsOf } from "./record-facts.ts";
import type {
  CoveredTopic,
  JudgedType,
  RecordContent,
  RecordDecision,
  RecordEntry,
  RecordInput,
  ResolutionVote,
} from "./things.ts";

/** Entered later than this many days after the event, a record carries the mark 补录. */
const lateEntryDays = 7;

/**
 * Decides what a record is worth: which duties it discharges, which standards it meets, which resolutions are valid and
 * what it counts for; or why it can't be taken. One record may count as several types, each under its own standard and
 * only where its blocking items are there (MTG-18). A resolution without quorum is kept and marked invalid. When a record is corrected, the obligations it
 * discharged itself are handed over as open, and it is decided afresh.
 */
export function decideRecord(input: RecordInput): RecordDecision | Refusal {
  const { content: entry } = input;
  const templates = [...new Map(input.templates.map((template) => [template.code, template])).values()];
  if (templates.length === 0) return refuse("record.template.missing", {}, "templates");
  if (input.groupId === null && templates.some((template) => template.owedBy === "group")) {
    return refuse("record.group.missing", {}, "groupId");
  }
  const expected = expectedOfAll(input.roster, templates, input.groupId);
  const refusal =
    entryRefusal(entry, input.today) ??
    materialRefusal(entry, templates) ??
    makeUpRefusal(input, templates) ??
    windowRefusal(input, templates) ??
    attendanceRefusal(entry.attendance, expected, input.roster);
  if (refusal !== null) return refusal;
  const content: RecordContent = { ...entry, expected };
  const votes = judgeResolutions(input, templates, content);
  if (isRefusal(votes)) return votes;
  const elections = judgeElections(input, templates, content);
  if (isRefusal(elections)) return elections;
  const standards = countedTypes(
    templates.map((template) => ({
      templateCode: template.code,
      templateVersion: template.version,
      standard: evaluateStandard(template, contentFor(input, templates, template, content)),
    })),
  );
  const outcomes = templates.map((template, index) => dischargeOf(input, template, standards[index]!.standard));
  const daysUntilEntry = Math.max(0, daysBetween(entry.occurredOn, input.enteredOn));
  const decided = {
    daysUntilEntry,
    standards,
    discharges: outcomes.flatMap((outcome) => outcome.discharges),
    attendance: countAttendance(expected, entry.attendance),
  };
  return {
    ...decided,
    content,
    lateEntry: daysUntilEntry > lateEntryDays,
    notDischarged: outcomes.flatMap((outcome) => outcome.notDischarged ?? []),
    votes,
    elections,
    deviations: templates.flatMap((template, index) => {
      const judged = standards[index]!;
      return judged.counted ? deviationsOf(template, entry.occurredOn, judged.standard) : [];
    }),
    facts: factsOf(input, decided),
  };
}

/**
 * A record serves as the types whose blocking items it meets (MTG-18): 主题党日 never stands in for a 党课 that nobody
 * held. It has to be something: where it meets none, it stays what it was entered as first.
 */
function countedTypes(judged: readonly Omit<JudgedType, "counted">[]): JudgedType[] {
  const met = judged.some(({ standard }) => standard.blockingMet);
  return judged.map((one, index) => ({ ...one, counted: met ? one.standard.blockingMet : index === 0 }));
}

/** Elections are held by the voters of the first chosen type that votes. */
function judgeElections(
  input: RecordInput,
  templates: readonly TemplateBody[],
  content: RecordContent,
): ElectionDecision[] | Refusal {
  const template = templates.find(({ votingRule }) => votingRule !== undefined) ?? templates[0];
  if (template === undefined || !content.elections?.length) return [];
  const voters = votersOf(contentFor(input, templates, template, content));
  return decideElections(content.elections, voters, input.roster);
}

/** The record as one type sees it: only those whom this type expects, and the topics that are its own. */
function contentFor(
  input: RecordInput,
  templates: readonly TemplateBody[],
  template: TemplateBody,
  content: RecordContent,
): StandardFacts {
  const expected = expectedOf(input.roster, template.participants, input.groupId);
  return { ...content, expected, topics: topicsFor(template, templates, content.topics) };
}

/** The codes of the covered topics that belong to this type. */
function topicsFor(
  template: TemplateBody,
  templates: readonly TemplateBody[],
  covered: readonly CoveredTopic[],
): string[] {
  return covered.flatMap((topic) => {
    if (typeof topic !== "string") return topic.template === template.code ? [topic.code] : [];
    const owner = templates.find(({ topics }) => topics.some(({ code }) => code === topic));
    return owner?.code === template.code ? [topic] : [];
  });
}

/** Papers that none of the chosen types knows. */
function materialRefusal(entry: RecordEntry, templates: readonly TemplateBody[]): Refusal | null {
  const known = new Set(templates.flatMap(({ materials }) => materials.map(({ code }) => code)));
  const strange = (entry.materials ?? []).find(({ code }) => !known.has(code));
  return strange === undefined ? null : refuse("record.material_unknown", { material: strange.code }, "materials");
}

/**
 * Judges each resolution that has a tally under the first chosen type that votes, with V and P by the right to vote
 * (VOTE-08, VOTE-09). Figures that can't be are refused.
 */
function judgeResolutions(
  input: RecordInput,
  templates: readonly TemplateBody[],
  content: RecordContent,
): ResolutionVote[] | Refusal {
  const template = votingTypeOf(templates);
  if (template?.votingRule === undefined) return [];
  const voters = votersOf(contentFor(input, templates, template, content));
  const votes: ResolutionVote[] = [];
  for (const resolution of content.resolutions) {
    const { for: agreed, against, abstain, written = 0, personnel = false } = resolution;
    if (agreed === null || against === null || abstain === null) continue;
    const decision = decideVote(template.votingRule, { ...voters, for: agreed, against, abstain, written, personnel });
    if (isRefusal(decision)) return { ...decision, field: "resolutions" };
    votes.push({ templateCode: template.code, resolution, decision });
  }
  return votes;
}
