import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../app/api/client.ts";
import { newId } from "../../../app/api/new-id.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { useKeptText } from "../../../ui/kept-text.ts";
import { RefusalNotice } from "../../../ui/States.tsx";
import styles from "./Benchmark.module.css";
import type { Benchmark } from "./PartCard.tsx";
import {
  draftOf,
  readDraft,
  type SetDraft,
  sentParts,
  withItem,
  withName,
  withoutItem,
  withPart,
} from "./set-draft.ts";
import { benchmarkTexts } from "./texts.ts";

type Props = { set: NonNullable<Benchmark["set"]>; year: number; onClose: () => void };
type Place = { part: number; item: number | null };

/** Changes the parts and items of a set for the whole group, from this year on. What is typed stays until it is saved. */
export function SetEditor({ set, year, onClose }: Props) {
  const t = useTexts(benchmarkTexts);
  const client = useQueryClient();
  const [kept, keep, forget] = useKeptText(`benchmark ${set.code}`);
  const draft = readDraft(kept, draftOf(set.parts));
  const change = (next: SetDraft) => keep(JSON.stringify(next));
  const save = useMutation({
    mutationFn: () =>
      call("changeBenchmarkSet", { params: { setCode: set.code }, body: { year, parts: sentParts(draft) } }),
    onSuccess: async () => {
      forget();
      await client.invalidateQueries({ queryKey: ["getBenchmark"] });
      onClose();
    },
  });
  const words = (place: Place, name: { zh: string; en: string }, label: string) => (
    <div className={styles.words}>
      <TextField
        label={t("inChinese", { label })}
        required
        most={200}
        value={name.zh}
        onChange={(event) => change(withName(draft, { ...place, language: "zh" }, event.target.value))}
      />
      <TextField
        label={t("inEnglish", { label })}
        optional
        most={200}
        value={name.en}
        onChange={(event) => change(withName(draft, { ...place, language: "en" }, event.target.value))}
      />
    </div>
  );
  return (
    <form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className="quiet">{t("editWhat", { year })}</p>
      {draft.map((part, at) => (
        <Card key={part.code} title={part.name.zh === "" ? t("newPart") : part.name.zh}>
          {words({ part: at, item: null }, part.name, t("part"))}
          <ul>
            {part.items.map((item, index) => (
              <li key={item.code} className={styles.line}>
                {words({ part: at, item: index }, item.name, t("itemNumber", { number: index + 1 }))}
                <Button
                  kind="text"
                  aria-label={`${t("remove")} ${item.name.zh}`}
                  onClick={() => change(withoutItem(draft, at, index))}
                >
                  {t("remove")}
                </Button>
              </li>
            ))}
          </ul>
          <Button aria-label={`${t("addItem")} ${part.name.zh}`} onClick={() => change(withItem(draft, at, newId()))}>
            {t("addItem")}
          </Button>
        </Card>
      ))}
      {save.error !== null && <RefusalNotice error={save.error} doing="writing" />}
      <div className={styles.acts}>
        <Button onClick={() => change(withPart(draft, newId(), newId()))}>{t("addPart")}</Button>
        <Button
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {t("discard")}
        </Button>
        <Button kind="primary" type="submit" busy={save.isPending} disabled={draft.length === 0}>
          {t("saveSet")}
        </Button>
      </div>
    </form>
  );
}
