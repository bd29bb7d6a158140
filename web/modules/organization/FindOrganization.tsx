import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { also } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/States.tsx";
import styles from "./Organization.module.css";
import { kindTexts, organizationTexts } from "./texts.ts";

/** Finds organisations by name, code, pinyin or initials, as of the day in the address, and leads to them. */
export function FindOrganization({ on }: { on: string | undefined }) {
  const t = useTexts(organizationTexts);
  const kind = useTexts(kindTexts);
  const [text, setText] = useState("");
  const q = text.trim();
  const query = useQuery({
    ...ask("searchOrganizations", { query: { q, ...(on ? { on } : {}) } }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const found = q === "" ? undefined : query.data;
  return (
    <search className={styles.find}>
      <TextField
        type="search"
        label={t("find")}
        hint={t("findHint")}
        value={text}
        most={60}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <p className="sr" role="status">
        {found && found.items.length > 0 && t("found", { count: found.items.length })}
      </p>
      {q !== "" && query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {found?.items.length === 0 && (
        <p className="quiet" role="status">
          {t("foundNone")}
        </p>
      )}
      {found && found.items.length > 0 && (
        <ul className={styles.lines} aria-label={t("foundList")}>
          {found.items.map((organization) => (
            <li key={organization.id}>
              <Link to="." search={also({ org: organization.id })} className="link" onClick={() => setText("")}>
                {organization.name}
              </Link>
              <span className="quiet">{kind(organization.kind)}</span>
              <span className={`note ${styles.end}`}>{organization.above.map(({ name }) => name).join(" / ")}</span>
            </li>
          ))}
        </ul>
      )}
      {found?.more && <p className="note">{t("foundMore")}</p>}
    </search>
  );
}
