import { isRefusal } from "../kernel/refusal.ts";
import { electionQuorum } from "../organization/terms/ballot-rules.ts";
import type { Resolution, StandardCheck, StandardFacts, StandardItem, StandardResult, TemplateBody } from "./things.ts";
import { decideVote, quorum, type VoteDecision } from "./voting-rules.ts";

/** Judges what was recorded against the standard of its template, item by item (MTG-18: each type by its own). */
export function evaluateStandard(template: TemplateBody, facts: StandardFacts): StandardResult {
  const items = template.checks.map((check) => evaluateCheck(check, facts));
  const applicable = items.filter((item) => item.passed !== null);
  return {
    items,
    passed: applicable.filter((item) => item.passed).length,
    applicable: applicable.length,
    blockingMet: applicable.every((item) => item.passed || item.effect === "scored"),
  };
}

/** V and P of VOTE-08 and VOTE-09: who has a vote, and who of them was present. */
export function votersOf(facts: Pick<StandardFacts, "expected" | "attendance">): { expected: number; present: number } {
  const present = presentPersons(facts);
  const voters = facts.expected.filter((person) => person.votes);
  return { expected: voters.length, present: voters.filter((person) => present.has(person.personId)).length };
}

/** True when all three figures of the tally were entered. */
function hasTally(resolution: Resolution): boolean {
  return resolution.for !== null && resolution.against !== null && resolution.abstain !== null;
}

type Outcome = Pick<StandardItem, "passed" | "values">;

function evaluateCheck(check: StandardCheck, facts: StandardFacts): StandardItem {
  return { code: check.code, effect: check.effect, ...outcomeOf(check, facts) };
}

function outcomeOf(check: StandardCheck, facts: StandardFacts): Outcome {
  switch (check.check) {
    case "topic_named":
      return { passed: facts.title.trim() !== "", values: {} };
    case "attendance_taken":
      return attendanceTaken(facts);
    case "half_present":
      return halfPresent(facts);
    case "quorum": {
      const voters = votersOf(facts);
      const needed = quorum(check.parameters.rule, voters.expected).needed;
      return {
        passed: voters.expected > 0 && voters.present >= needed,
        values: { needed, present: voters.present, expected: voters.expected, rule: check.parameters.rule },
      };
    }
    case "minutes_written": {
      const written = [...facts.minutes.trim()].length;
      return { passed: written >= check.parameters.minimum, values: { written, minimum: check.parameters.minimum } };
    }
    case "topic_covered":
      return { passed: facts.topics.includes(check.parameters.topic), values: { topic: check.parameters.topic } };
    case "lecturer_named":
      return { passed: (facts.lecturer ?? "").trim() !== "", values: {} };
    case "votes_recorded":
      // An election is its count.
      return ofAll([...facts.resolutions.map(hasTally), ...(facts.elections ?? []).map(() => true)], Boolean);
    case "resolutions_valid": {
      const { rule } = check.parameters;
      const resolutions = facts.resolutions.map((resolution) => judge(rule, resolution, facts)?.valid ?? false);
      return ofAll([...resolutions, ...(facts.elections ?? []).map(() => canElect(facts))], Boolean);
    }
    case "actions_have_due_dates":
      return ofAll(facts.actions ?? [], (action) => action.dueOn !== null);
    case "two_thirds_present": {
      const voters = votersOf(facts);
      return {
        passed: voters.expected > 0 && voters.present * 3 >= voters.expected * 2,
        values: { present: voters.present, expected: voters.expected },
      };
    }
    case "secretary_last":
      return ofAll(facts.resolutions, (resolution) => resolution.secretaryLast === true);
    case "material_there": {
      const { material } = check.parameters;
      // A record that was made without being asked for papers isn't judged by them.
      const passed = facts.materials?.some(({ code }) => code === material) ?? null;
      return { passed, values: { material } };
    }
  }
}

function judge(rule: VoteDecision["rule"], resolution: Resolution, facts: StandardFacts): VoteDecision | null {
  const { for: agreed, against, abstain } = resolution;
  if (agreed === null || against === null || abstain === null) return null;
  const { written = 0, personnel = false } = resolution;
  // With opinions in writing it is a vote on admission, whichever type asks.
  const decision = decideVote(written > 0 ? "VOTE-02" : rule, {
    ...votersOf(facts),
    for: agreed,
    against,
    abstain,
    written,
    personnel,
  });
  return isRefusal(decision) ? null : decision;
}

/** VOTE-03, whatever the rule of the meeting's other votes is. */
function canElect(facts: StandardFacts): boolean {
  const { expected, present } = votersOf(facts);
  return expected > 0 && present >= electionQuorum(expected);
}

/** Passed when every entry passes; not applicable when there is none. */
function ofAll<T>(entries: readonly T[], passes: (entry: T) => boolean): Outcome {
  const passed = entries.filter(passes).length;
  return { passed: entries.length === 0 ? null : passed === entries.length, values: { passed, of: entries.length } };
}

function attendanceTaken(facts: StandardFacts): Outcome {
  const marked = new Set(facts.attendance.map((mark) => mark.personId));
  const missing = facts.expected.filter((person) => !marked.has(person.personId)).length;
  return {
    passed: facts.expected.length > 0 && missing === 0,
    values: { missing, expected: facts.expected.length },
  };
}

/** Counts without those exempt from the rate (MTG-19); nobody to count makes it not applicable. */
function halfPresent(facts: StandardFacts): Outcome {
  const attended = presentPersons(facts);
  const counted = facts.expected.filter((person) => !person.exempt);
  const present = counted.filter((person) => attended.has(person.personId)).length;
  return {
    passed: counted.length === 0 ? null : present * 2 >= counted.length,
    values: { present, expected: counted.length },
  };
}

function presentPersons(facts: Pick<StandardFacts, "attendance">): ReadonlySet<string> {
  return new Set(facts.attendance.filter((mark) => mark.presence === "present").map((mark) => mark.personId));
}
