import { votingImpediments } from "@dutyloop/domain/organization/voter-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { peopleTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { impedimentTexts, voterTexts } from "../voter-texts.ts";

/** Enters that a member's vote is taken or suspended (VOTE-09). */
export function SuspendVote({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(voterTexts);
  const p = useTexts(peopleTexts);
  const word = useTexts(impedimentTexts);
  const { today } = useSession();
  const [kind, setKind] = useState<(typeof votingImpediments)[number]>(votingImpediments[0]);
  const [validFrom, setValidFrom] = useState<string>(today);
  const act = useAct(
    () => call("setVotingImpediment", { params: { personId: person.id }, body: { kind, validFrom } }),
    onClose,
  );
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("suspendTitle", { name: person.name })}
      confirm={t("suspend")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <SelectField
        label={t("kind")}
        required
        value={kind}
        error={problems.kind}
        onChange={(event) => setKind(event.target.value as typeof kind)}
      >
        {votingImpediments.map((each) => (
          <option key={each} value={each}>
            {word(each)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("validFrom")}
        type="date"
        required
        max={today}
        value={validFrom}
        error={problems.validFrom}
        onChange={(event) => setValidFrom(event.target.value)}
      />
    </AskSheet>
  );
}
