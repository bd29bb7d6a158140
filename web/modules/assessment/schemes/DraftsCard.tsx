import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { BeginDraft } from "../../../app/drafts/BeginDraft.tsx";
import { wordInstant } from "../../../app/frame/months.ts";
import { without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Schemes.module.css";
import { schemeTexts } from "./texts.ts";

const pages = { scheme: "/board/schemes/$code/edit", indicator: "/board/indicators/$code/edit" } as const;
type Kind = keyof typeof pages;

/** What the organisation in view is writing, and the way to begin something new. */
export function DraftsCard() {
  const t = useTexts(schemeTexts);
  const language = useLanguage();
  const { organizationId } = useView();
  const [beginning, setBeginning] = useState(false);
  const drafts = useQuery({
    ...ask("listDrafts", { params: { organizationId: organizationId ?? "" } }),
    enabled: organizationId !== null,
  });
  const items = (drafts.data?.items ?? []).flatMap((one) =>
    one.kind === "template" ? [] : [{ ...one, kind: one.kind }],
  );
  return (
    <Card title={t("drafts")} action={<Button onClick={() => setBeginning(true)}>{t("beginNew")}</Button>}>
      {items.length === 0 ? (
        <p className="quiet">{t("noDrafts")}</p>
      ) : (
        <ul className={styles.drafts}>
          {items.map(({ kind, code, revision, changedAt }) => (
            <li key={`${kind} ${code}`}>
              <Link className="link" to={pages[kind]} params={{ code }} search={without("version")}>
                {code}
              </Link>{" "}
              <Tag>{t(kind)}</Tag>{" "}
              <span className="note">{t("draftState", { revision, at: wordInstant(language, changedAt) })}</span>
            </li>
          ))}
        </ul>
      )}
      {beginning && <BeginSheet onClose={() => setBeginning(false)} />}
    </Card>
  );
}

/** Asks what is begun before its code. */
function BeginSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(schemeTexts);
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>("scheme");
  return (
    <BeginDraft
      title={t("beginNew")}
      onClose={onClose}
      onBegin={(code) => navigate({ to: pages[kind], params: { code }, search: without("version") })}
    >
      <SelectField label={t("beginKind")} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
        <option value="scheme">{t("scheme")}</option>
        <option value="indicator">{t("indicator")}</option>
      </SelectField>
    </BeginDraft>
  );
}
