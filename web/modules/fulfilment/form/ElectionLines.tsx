import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Parts.module.css";
import { voteTexts } from "./vote-texts.ts";

export type Election = Answer<"getRecord">["elections"][number];

/** What follows from the count of an election: who has enough votes, with the arithmetic of each. */
export function ElectionLines({ election }: { election: Election }) {
  const t = useTexts(voteTexts);
  const candidates = election.candidates.map((one, at) => ({ ...one, number: at + 1 }));
  return (
    <>
      <p>
        {t("electionQuorum", {
          expected: election.votersExpected,
          present: election.votersPresent,
          needed: election.quorumNeeded,
          arithmetic: election.arithmetic.quorum,
          result: t(election.valid ? "electionEnough" : "electionTooFew"),
        })}
      </p>
      <ul className={styles.candidates}>
        {candidates.map(({ number, name, votes, outcome, arithmetic, ofExpected }) => (
          <li key={number}>
            <b>{name ?? t("hidden", { number })}</b>
            <span>{t("candidate", { votes, arithmetic })}</span>
            <Tag
              tone={outcome === "elected" ? "good" : outcome === "not_elected" ? "neutral" : "warn"}
              shape={outcome === "elected" ? "tick" : "diamond"}
            >
              {t(outcome)}
            </Tag>
            {ofExpected && <span className="note">{t("ofExpected", { arithmetic: ofExpected })}</span>}
          </li>
        ))}
      </ul>
      {election.open > 0 && <p className="note">{t("open", { count: election.open })}</p>}
    </>
  );
}
