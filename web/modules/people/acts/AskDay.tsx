import { useState } from "react";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { peopleTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

type Props = {
  title: string;
  confirm: string;
  label: string;
  /** The name of the day in the request. */
  field: string;
  /** The first day it can be. */
  min: string;
  /** Whether it can't lie ahead. */
  past?: boolean;
  write: (day: string) => Promise<unknown>;
  onClose: () => void;
};

/** An act that asks for its day alone: the end of a post or a tag, a contact. */
export function AskDay({ title, confirm, label, field, min, past = false, write, onClose }: Props) {
  const t = useTexts(peopleTexts);
  const { today } = useSession();
  const [day, setDay] = useState(today);
  const act = useAct(() => write(day), onClose);
  return (
    <AskSheet title={title} confirm={confirm} cancel={t("cancel")} act={act} onClose={onClose}>
      <TextField
        label={label}
        type="date"
        required
        min={min}
        max={past ? today : undefined}
        value={day}
        error={problemsByField(act.error)[field]}
        onChange={(event) => setDay(event.target.value)}
      />
    </AskSheet>
  );
}
