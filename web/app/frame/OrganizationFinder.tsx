import { kindWords } from "@dutyloop/contract/messages/organization-words.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/States.tsx";
import { ask } from "../api/queries.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./OrganizationFinder.module.css";
import { frameTexts } from "./texts.ts";

type Chosen = { id: string; name: string };
type Props = {
  label: string;
  chosen: Chosen | null;
  error: string | undefined;
  onChoose: (organization: Chosen & { code: string }) => void;
};

/** One organisation for a form, found by name, code, pinyin or initials. */
export function OrganizationFinder({ label, chosen, error, onChoose }: Props) {
  const t = useTexts(frameTexts);
  const language = useLanguage();
  const [text, setText] = useState("");
  const q = text.trim();
  const query = useQuery({
    ...ask("searchOrganizations", { query: { q, limit: 8 } }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const found = q === "" ? [] : (query.data?.items ?? []);
  return (
    <div className={styles.choose}>
      <TextField
        type="search"
        label={label}
        hint={chosen ? t("foundChosen", { organization: chosen.name }) : t("findBy")}
        value={text}
        most={60}
        autoComplete="off"
        error={error}
        onChange={(event) => setText(event.target.value)}
        // Enter looks for what was typed; it doesn't send the form with what was chosen before.
        onKeyDown={(event) => {
          if (event.key === "Enter" && q !== "") event.preventDefault();
        }}
      />
      {q !== "" && query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {q !== "" && query.isSuccess && found.length === 0 && (
        <p className="quiet" role="status">
          {t("foundNone")}
        </p>
      )}
      {found.length > 0 && (
        <ul className={styles.found} aria-label={label}>
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  onChoose(one);
                  setText("");
                }}
              >
                <span>{one.name}</span>
                <span className="note">
                  {[kindWords[language][one.kind], ...one.above.slice(-1).map(({ name }) => name)].join(" · ")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
