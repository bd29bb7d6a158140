import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Checks.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { problemsByField } from "../api/refusal.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";
import { isSameLook, type Look } from "./use-look.ts";
import type { useViews, View } from "./use-views.ts";

type Props = {
  kept: ReturnType<typeof useViews>;
  now: Look;
  onOpen: (look: Look) => void;
  onClose: () => void;
};

/** Views of a list: opened, kept, changed and forgotten. */
export function ViewsSheet({ kept: { views, keep, forget }, now, onOpen, onClose }: Props) {
  const t = useTexts(listTexts);
  const [name, setName] = useState("");
  const [usual, setUsual] = useState(false);
  const atField = problemsByField(keep.error).name;
  const error = atField ? forget.error : (keep.error ?? forget.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate({ ...now, name: name.trim(), usual }, { onSuccess: onClose });
  };
  const open = (look: Look) => {
    onOpen(look);
    onClose();
  };
  return (
    <Dialog kind="sheet" title={<h2>{t("viewsTitle")}</h2>} onClose={onClose}>
      <p className="quiet">{t("viewsWhat")}</p>
      {error !== null && <RefusalNotice error={error} doing="writing" />}
      {views.length === 0 && <p className={styles.none}>{t("noViews")}</p>}
      <ul className={styles.views}>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className="link"
              aria-label={`${t("open")} ${view.name}`}
              aria-current={isSameLook(view, now) || undefined}
              onClick={() => open(view)}
            >
              {view.name}
            </button>
            {view.usual && <Tag tone="brand">{t("usualMark")}</Tag>}
            <ViewActs view={view} now={now} keep={keep} forget={forget} />
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t("newName")}
          required
          most={40}
          value={name}
          error={atField}
          onChange={(event) => setName(event.target.value)}
        />
        <Check label={t("isUsual")} checked={usual} onChange={setUsual} />
        <div className={styles.foot}>
          <Button onClick={() => open({ search: {}, columns: [] })}>{t("plain")}</Button>
          <Button kind="primary" type="submit" busy={keep.isPending}>
            {t("keep")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type ActProps = Pick<Props["kept"], "keep" | "forget"> & { view: View; now: Look };

function ViewActs({ view, now, keep, forget }: ActProps) {
  const t = useTexts(listTexts);
  const { id, name, usual } = view;
  const named = (act: string) => ({ "aria-label": `${act} ${name}` });
  const mark = usual ? t("notUsual") : t("makeUsual");
  return (
    <span className={styles.moves}>
      {!isSameLook(view, now) && (
        <Button kind="text" {...named(t("update"))} onClick={() => keep.mutate({ ...now, id, name, usual })}>
          {t("update")}
        </Button>
      )}
      <Button kind="text" {...named(mark)} onClick={() => keep.mutate({ ...view, usual: !usual })}>
        {mark}
      </Button>
      <Button kind="text" {...named(t("forget"))} onClick={() => forget.mutate(id)}>
        {t("forget")}
      </Button>
    </span>
  );
}
