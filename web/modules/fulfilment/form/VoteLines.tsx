import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { voteTexts } from "./vote-texts.ts";

type Vote = Answer<"getRecord">["resolutions"][number];

/** How a vote was counted, in sentences that somebody with a calculator can repeat. */
export function VoteLines({ vote }: { vote: Vote }) {
  const t = useTexts(voteTexts);
  const { arithmetic } = vote;
  return (
    <>
      <p>
        {t("quorum", {
          expected: vote.votersExpected,
          present: vote.votersPresent,
          needed: vote.quorumNeeded,
          arithmetic: arithmetic.quorum,
          result: t(vote.valid ? "enough" : "tooFew"),
        })}
      </p>
      <p>
        {t("pass", {
          for: vote.for,
          against: vote.against,
          abstain: vote.abstain,
          needed: vote.passNeeded,
          arithmetic: arithmetic.pass,
          result: t(!vote.valid ? "invalid" : vote.passed ? "passed" : "notPassed"),
        })}
      </p>
      {vote.written > 0 && <p className="note">{t("written", { written: vote.written })}</p>}
      {vote.personnel && <p className="note">{t("personnel")}</p>}
      {vote.secretaryLast !== null && (
        <p className="note">{t(vote.secretaryLast ? "secretaryLast" : "secretaryNotLast")}</p>
      )}
    </>
  );
}
