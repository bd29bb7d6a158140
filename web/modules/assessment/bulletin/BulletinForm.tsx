import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { saveFile } from "../../../app/api/download.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Check } from "../../../ui/Checks.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import { Notice, RefusalNotice } from "../../../ui/States.tsx";
import styles from "./Bulletin.module.css";
import type { Bulletin } from "./BulletinPage.tsx";
import { bulletinTexts } from "./texts.ts";

const short = [
  { field: "number", most: 40 },
  { field: "recipient", most: 200 },
] as const;
const long = [
  { field: "opening", most: 1000, rows: 3 },
  { field: "requirements", most: 2000, rows: 6 },
  { field: "closing", most: 1000, rows: 2 },
] as const;

/** The few texts of a month: saved once, they stand in every draft that is made of it. */
export function BulletinForm({ bulletin }: { bulletin: Bulletin }) {
  const t = useTexts(bulletinTexts);
  const client = useQueryClient();
  const [texts, setTexts] = useState(bulletin.texts);
  const [leadingOnly, setLeadingOnly] = useState(bulletin.leadingOnly);
  const { organizationId, month, revision, notice } = bulletin;
  const params = { organizationId, month };
  const changed = JSON.stringify([texts, leadingOnly]) !== JSON.stringify([bulletin.texts, bulletin.leadingOnly]);
  const write = () => call("saveBulletin", { params, body: { texts, leadingOnly, revision } });
  const refresh = (name: "getBulletin" | "listBulletins") => client.invalidateQueries({ queryKey: [name] });
  const save = useMutation({ mutationFn: write, onSuccess: () => refresh("getBulletin") });
  const make = useMutation({
    mutationFn: async () => {
      if (changed) await write();
      const { bulletinId } = await call("makeBulletin", { params });
      await saveFile("getBulletinFile", { params: { organizationId, bulletinId } }, t("file", { title: notice.title }));
    },
    onSettled: () => Promise.all([refresh("getBulletin"), refresh("listBulletins")]),
  });
  const typing = (field: keyof typeof texts) => ({
    label: t(field),
    value: texts[field],
    onChange: ({ target }: { target: { value: string } }) => setTexts({ ...texts, [field]: target.value }),
  });
  return (
    <Card title={t("typed")} note={t("typedNote")}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {short.map(({ field, most }) => (
          <TextField key={field} {...typing(field)} maxLength={most} optional />
        ))}
        {long.map(({ field, most, rows }) => (
          <TextArea key={field} {...typing(field)} hint={t("lines")} most={most} rows={rows} optional />
        ))}
        <TextField {...typing("copies")} maxLength={200} optional />
        <Check label={t("leadingOnly")} checked={leadingOnly} onChange={setLeadingOnly} />
        {changed && <Notice tone="calm">{t("unsaved")}</Notice>}
        {save.isError && <RefusalNotice error={save.error} doing="writing" />}
        {make.isError && <RefusalNotice error={make.error} doing="writing" />}
        <p role="status" className="quiet">
          {make.isSuccess ? t("made") : save.isSuccess && !changed ? t("saved") : ""}
        </p>
        <div className={styles.acts}>
          <Button type="submit" busy={save.isPending} disabled={!changed || make.isPending}>
            {t("save")}
          </Button>
          <Button kind="primary" busy={make.isPending} disabled={save.isPending} onClick={() => make.mutate()}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
