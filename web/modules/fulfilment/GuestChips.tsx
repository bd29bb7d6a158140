import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";

type Props = { guests: readonly string[]; onChange: (guests: string[]) => void };

/** People who sat in (列席): by name, counted nowhere. */
export function GuestChips({ guests, onChange }: Props) {
  const t = useTexts(formTexts);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  return (
    <>
      {guests.map((guest) => (
        <button
          key={guest}
          type="button"
          className={styles.chip}
          onClick={() => onChange(guests.filter((other) => other !== guest))}
        >
          {guest}
          <span className={styles.mark}>{t("guests")}</span>
          <Icon name="close" size={14} />
          <span className="sr">{t("removeGuest")}</span>
        </button>
      ))}
      <button type="button" className={styles.chip} onClick={() => setOpen(true)}>
        <Icon name="plus" size={14} />
        {t("addGuest")}
      </button>
      {open && (
        <Dialog kind="sheet" title={<h2>{t("guests")}</h2>} onClose={() => setOpen(false)}>
          <form
            className={styles.sheet}
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              const guest = name.trim();
              if (guest !== "" && !guests.includes(guest)) onChange([...guests, guest]);
              setName("");
              setOpen(false);
            }}
          >
            <TextField
              label={t("guestName")}
              value={name}
              most={100}
              required
              onChange={(event) => setName(event.target.value)}
            />
            <Button kind="primary" big type="submit" disabled={name.trim() === ""}>
              {t("add")}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  );
}
