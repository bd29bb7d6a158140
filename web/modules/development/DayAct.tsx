import { type ReactNode, useState } from "react";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import { developmentTexts } from "./texts.ts";
import { useWrite } from "./use-write.ts";

type Props = {
  title: string;
  /** What will happen, said before it happens. */
  what: string;
  confirm: string;
  /** What the day is called. */
  label: string;
  /** Whether the act asks for its reason. */
  reasoned?: boolean;
  write: (on: string, reason: string) => Promise<unknown>;
  onClose: () => void;
  /** What it asks for besides. */
  children?: (error: unknown) => ReactNode;
};

/** An act of a case that was done on a day: an assessment, a step left out, a discussion put off, probation extended. */
export function DayAct({ title, what, confirm, label, reasoned = false, write, onClose, children }: Props) {
  const t = useTexts(developmentTexts);
  const { today } = useSession();
  const [on, setOn] = useState(today);
  const act = useWrite((reason) => write(on, reason), onClose);
  return (
    <AskSheet
      title={title}
      {...(reasoned ? { reason: { label: t("reason") } } : {})}
      confirm={confirm}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{what}</p>
      <TextField
        label={label}
        type="date"
        required
        max={today}
        value={on}
        error={problemsByField(act.error).on}
        onChange={(event) => setOn(event.target.value)}
      />
      {children?.(act.error)}
    </AskSheet>
  );
}
