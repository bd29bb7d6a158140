import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/States.tsx";
import { unitKindTexts, unitTexts } from "./texts.ts";
import type { Unit } from "./UnitRow.tsx";
import styles from "./Units.module.css";

type Props = {
  label: string;
  /** The one that looks for another: neither it nor where it stands already is offered. */
  unit: Unit;
  organizationId: string;
  chosen: Unit | null;
  error: string | undefined;
  onChoose: (unit: Unit) => void;
};

/** Another unit of the organisation in view, found by part of its name or code. */
export function UnitFinder({ label, unit, organizationId, chosen, error, onChoose }: Props) {
  const t = useTexts(unitTexts);
  const kind = useTexts(unitKindTexts);
  const [text, setText] = useState("");
  const q = text.trim();
  const wanted = { params: { organizationId }, query: { q, limit: 8 } };
  const query = useQuery({ ...ask("listUnits", wanted), enabled: q !== "", placeholderData: keepPreviousData });
  const items = q === "" ? [] : (query.data?.items ?? []);
  const offered = items.filter(({ id }) => id !== unit.id && id !== unit.parentId);
  const nothing = q !== "" && query.isSuccess && offered.length === 0;
  return (
    <div className={styles.basis}>
      <TextField
        type="search"
        label={label}
        hint={chosen ? t("chosen", { unit: chosen.name }) : t("findHint")}
        value={text}
        most={60}
        autoComplete="off"
        error={error}
        onChange={(event) => setText(event.target.value)}
        // Enter looks for what was typed; the form is sent by its button.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      {q !== "" && query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {nothing && (
        <p className="quiet" role="status">
          {t("noneFound")}
        </p>
      )}
      {offered.length > 0 && (
        <ul className={styles.offered} aria-label={label}>
          {offered.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  onChoose(one);
                  setText("");
                }}
              >
                {one.name}{" "}
                <span className="note">
                  {kind(one.kind)} · {one.code}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
