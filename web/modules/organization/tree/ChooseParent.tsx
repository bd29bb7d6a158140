import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { TextField } from "../../../ui/Field.tsx";
import { kindTexts } from "../texts.ts";
import styles from "./Acts.module.css";
import { treeTexts } from "./texts.ts";

type Chosen = { id: string; name: string };
type Props = { chosen: Chosen | null; error: string | undefined; onChoose: (organization: Chosen) => void };

/** The new parent, found by name, code, pinyin or initials. */
export function ChooseParent({ chosen, error, onChoose }: Props) {
  const t = useTexts(treeTexts);
  const kind = useTexts(kindTexts);
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
        label={t("newParent")}
        hint={chosen ? t("chosen", { organization: chosen.name }) : t("newParentHint")}
        value={text}
        most={60}
        autoComplete="off"
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      {q !== "" && query.isSuccess && found.length === 0 && <p className="quiet">{t("noneFound")}</p>}
      {found.length > 0 && (
        <ul className={styles.found} aria-label={t("newParent")}>
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
                  {[kind(one.kind), ...one.above.slice(-1).map(({ name }) => name)].join(" · ")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
