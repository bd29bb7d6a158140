import type { MemberEvidence } from "@dutyloop/domain/organization/member-things.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { CheckList } from "../../../ui/Checks.tsx";
import { evidenceTexts } from "../member-texts.ts";
import { personTexts } from "../texts.ts";

type Props = {
  /** What the change asks for. */
  needed: readonly MemberEvidence[];
  given: readonly MemberEvidence[];
  error: string | undefined;
  onChange: (given: MemberEvidence[]) => void;
};

/** The papers that a change asks for, each to be ticked once it is there. */
export function Evidence({ needed, given, error, onChange }: Props) {
  const t = useTexts(personTexts);
  const word = useTexts(evidenceTexts);
  if (needed.length === 0) return null;
  return (
    <CheckList
      label={t("evidence")}
      options={needed.map((paper) => ({ key: paper, label: word(paper) }))}
      given={given}
      error={error}
      onChange={onChange}
    />
  );
}
