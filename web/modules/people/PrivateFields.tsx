import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type ReadingPurpose, readingPurposes } from "@dutyloop/domain/organization/private-things.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { ask } from "../../app/api/queries.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { SelectField } from "../../ui/Field.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { EnterPrivate } from "./acts/EnterPrivate.tsx";
import type { Person } from "./Basics.tsx";
import styles from "./People.module.css";
import { peopleTexts, personTexts, purposeTexts } from "./texts.ts";

type Fields = Answer<"getPrivateFields">;

/** Identity number and telephone: masked, in the clear for a purpose, and the way to enter them. */
export function PrivateFields({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const [entering, setEntering] = useState(false);
  const enter = person.may.manage && <Button onClick={() => setEntering(true)}>{t("enterPrivate")}</Button>;
  return (
    <Card title={t("private")} action={enter}>
      {person.may.readPrivate ? <Masked person={person} /> : <p className="quiet">{t("enterOnly")}</p>}
      {entering && <EnterPrivate person={person} onClose={() => setEntering(false)} />}
    </Card>
  );
}

function Masked({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const query = useQuery(ask("getPrivateFields", { params: { personId: person.id } }));
  const [asking, setAsking] = useState(false);
  // Only here, never in the store of answers: what was shown is gone with the page.
  const [clear, setClear] = useState<Fields | null>(null);
  return (
    <Loaded query={query} rows={1}>
      {(masked) => {
        const shown = clear ?? masked;
        return (
          <>
            <dl className={styles.facts}>
              <div>
                <dt>{t("identityNumber")}</dt>
                <Value text={shown.identityNumber} />
              </div>
              <div>
                <dt>{t("phone")}</dt>
                <Value text={shown.phone} />
              </div>
            </dl>
            {(masked.identityNumber || masked.phone) && (
              <Button onClick={() => (clear ? setClear(null) : setAsking(true))}>
                {clear ? t("hide") : t("show")}
              </Button>
            )}
            {asking && (
              <AskPurpose
                person={person}
                onClose={() => setAsking(false)}
                onRead={(fields) => {
                  setClear(fields);
                  setAsking(false);
                }}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Value({ text }: { text: string | null }) {
  const t = useTexts(personTexts);
  return <dd className={text === null ? "quiet" : styles.mono}>{text ?? t("unknown")}</dd>;
}

type Asking = { person: Person; onClose: () => void; onRead: (fields: Fields) => void };

function AskPurpose({ person: { id, name }, onClose, onRead }: Asking) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const word = useTexts(purposeTexts);
  const [purpose, setPurpose] = useState<ReadingPurpose | "">("");
  const act = useMutation({
    mutationFn: () =>
      call("readPrivateFields", { params: { personId: id }, body: { purpose: purpose as ReadingPurpose } }),
    onSuccess: onRead,
  });
  return (
    <AskSheet
      title={t("showTitle", { name })}
      confirm={t("show")}
      cancel={p("cancel")}
      act={{ mutate: () => act.mutate(), isPending: act.isPending, error: act.error }}
      onClose={onClose}
    >
      <p className="quiet">{t("showWhat")}</p>
      <SelectField
        label={t("purpose")}
        required
        value={purpose}
        error={problemsByField(act.error).purpose}
        onChange={(event) => setPurpose(event.target.value as ReadingPurpose)}
      >
        <option value="">{t("choosePurpose")}</option>
        {readingPurposes.map((one) => (
          <option key={one} value={one}>
            {word(one)}
          </option>
        ))}
      </SelectField>
    </AskSheet>
  );
}
