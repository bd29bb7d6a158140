import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { attendanceRate } from "@dutyloop/domain/fulfilment/attendance-rate.ts";
import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { deviationsKept, presentDeviation } from "./present-deviations.ts";
import { presentHosts } from "./present-hosts.ts";
import { presentElection, presentVote } from "./present-votes.ts";
import { type HostState, hostsDecided, type Submission } from "./submission-state.ts";

/** What the user is told: each duty that is satisfied, and what is missing against the standard. */
export function presentRecord({ state, decision, others, together }: Submission): Answer<"submitRecord"> {
  const template = (code: string) => state.templates.find((candidate) => candidate.code === code) as TemplateBody;
  const decided = hostsDecided({ state, decision, others });
  const { deviations: reasons } = decision.content;
  const { expected, present } = together;
  return {
    recordId: state.recordId,
    lateEntry: decision.lateEntry,
    ...presentHosts(decided, state.templates),
    resolutions: decision.votes.map(({ resolution, decision: vote }) =>
      presentVote({
        title: resolution.title,
        for: resolution.for ?? 0,
        against: resolution.against ?? 0,
        abstain: resolution.abstain ?? 0,
        rule: vote.rule,
        votersExpected: vote.expected,
        votersPresent: vote.present,
        quorumNeeded: vote.quorumNeeded,
        passNeeded: vote.passNeeded,
        valid: vote.valid,
        passed: vote.passed,
        written: resolution.written ?? 0,
        personnel: resolution.personnel ?? false,
        secretaryLast: resolution.secretaryLast ?? null,
      }),
    ),
    elections: electionsTold(decision, state),
    deviations: deviationsKept(decided, reasons).map((one) => presentDeviation(one, template(one.template))),
    attendance: { expected, present },
    awaited: (state.awaited ?? []).map((host) => ({
      organizationId: host.id,
      organizationName: host.name,
      subjectId: host.subjectId,
      subjectName: host.subjectName,
    })),
    together: { expected, present, rate: attendanceRate(together) },
  };
}

/** Those who are on the roster are named as it names them. */
function electionsTold({ elections }: RecordDecision, { roster }: HostState): Answer<"submitRecord">["elections"] {
  const names = new Map(roster.map(({ personId, name }) => [personId, name]));
  return elections.map(({ election, expected, present, candidates, ...judged }) => {
    const { title, seats, issued, returned } = election;
    const told = candidates.map((one) => ({ ...one, name: names.get(one.personId ?? "") ?? one.name }));
    const voters = { votersExpected: expected, votersPresent: present };
    return presentElection({ title, seats, issued, returned, ...voters, ...judged, candidates: told }, true);
  });
}
