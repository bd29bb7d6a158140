import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { problemsByField, Refusal } from "../app/api/refusal.ts";
import styles from "./AskSheet.module.css";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { TextArea } from "./Field.tsx";
import { useKeptText } from "./kept-text.ts";
import { RefusalNotice } from "./States.tsx";

type Act = { mutate: (reason: string) => void; isPending: boolean; error: unknown };
type Props = {
  title: string;
  /** What will happen, said before it happens. */
  children?: ReactNode;
  /** Asks for words that go with the act. */
  reason?: { label: string; hint?: string };
  confirm: string;
  cancel: string;
  act: Act;
  blocked?: boolean;
  onClose: () => void;
};

/** Asks before something that can't be taken back quietly: names it, takes the reason, does it. */
export function AskSheet({ title, children, reason, confirm, cancel, act, blocked = false, onClose }: Props) {
  const [typed, setTyped, forget] = useKeptText(title);
  // What happens to the words once the sheet goes: sent ones are forgotten.
  const leave = useRef(() => {});
  const form = useRef<HTMLFormElement>(null);
  const { error } = act;
  const [saidAtField, setSaidAtField] = useState(false);
  // A refusal that stands at its field isn't said once more above.
  useLayoutEffect(() => {
    const fields = [...(form.current?.querySelectorAll("[data-field-error]") ?? [])];
    setSaidAtField(
      error instanceof Refusal && fields.some(({ textContent }) => textContent?.includes(error.message) ?? false),
    );
  }, [error]);
  useEffect(() => {
    if (act.error === null) return;
    // Refused: the words are still wanted.
    leave.current = () => {};
    const wrong = form.current?.querySelector("[data-field-error]");
    if (wrong) wrong.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
    else form.current?.closest("dialog")?.scrollTo(0, 0);
  }, [act.error]);
  useEffect(() => () => leave.current(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.current = forget;
    act.mutate(typed.trim());
  };
  return (
    <Dialog kind="sheet" title={<h2>{title}</h2>} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={submit}>
        {act.error !== null && !saidAtField && <RefusalNotice error={act.error} doing="writing" />}
        {children}
        {reason && (
          <TextArea
            label={reason.label}
            hint={reason.hint}
            required
            most={500}
            value={typed}
            error={problemsByField(act.error).reason}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" type="submit" busy={act.isPending} disabled={blocked}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
