import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { also } from "../../app/frame/search.ts";
import { useTexts } from "../../app/language/texts.ts";
import { TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/States.tsx";
import { KindNote } from "./KindNote.tsx";
import styles from "./Organization.module.css";
import { organizationTexts } from "./texts.ts";

/** Finds organisations by name, code, pinyin or initials, as of the day in the address, and leads to them; Enter to the first. */
export function FindOrganization({ on }: { on: string | undefined }) {
  const t = useTexts(organizationTexts);
  const navigate = useNavigate();
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
        onKeyDown={({ key }) => {
          const first = found?.items[0];
          if (key !== "Enter" || !first || query.isPlaceholderData) return;
          setText("");
          void navigate({ to: ".", search: also({ org: first.id }) });
        }}
      />
      <p className="sr" role="status">
        {found && found.items.length > 0 && t("found", { count: found.items.length })}
      </p>
      {q !== "" && !query.isPending && (
        <div className={styles.results}>
          {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
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
                  <KindNote organization={organization} />
                  <span className={`note ${styles.end}`}>{organization.above.map(({ name }) => name).join(" / ")}</span>
                </li>
              ))}
            </ul>
          )}
          {found?.more && <p className="note">{t("foundMore")}</p>}
        </div>
      )}
    </search>
  );
}
