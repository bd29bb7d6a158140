import { useId } from "react";
import { Button } from "../../ui/Button.tsx";
import { SelectField, TextArea, TextField } from "../../ui/Field.tsx";
import { useTexts } from "../language/texts.ts";
import { useEditing } from "./DraftContext.ts";
import styles from "./Drafts.module.css";
import { type DraftPath, placeOf, valueAt } from "./draft-text.ts";
import { draftTexts } from "./texts.ts";

type Props = { path: DraftPath; label: string; hint?: string; optional?: boolean; disabled?: boolean };

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What a form writes: blank takes an optional value away, and whole numbers are numbers where they have to be. */
function typedValue(typed: string, optional: boolean, whole: boolean): unknown {
  if (typed === "" && optional) return undefined;
  return whole && /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

/** A text, or a number, of a draft. */
export function DraftField({
  path,
  label,
  hint,
  optional = false,
  whole = false,
  disabled,
  hideLabel = false,
}: FieldProps) {
  const { body, set, sentenceAt } = useEditing();
  return (
    <TextField
      label={label}
      hint={hint}
      optional={optional}
      disabled={disabled}
      hideLabel={hideLabel}
      inputMode={whole ? "numeric" : undefined}
      value={textOf(valueAt(body, path))}
      error={sentenceAt(path)}
      data-place={placeOf(path)}
      onChange={(event) => set(path, typedValue(event.target.value, optional, whole))}
    />
  );
}
type FieldProps = Props & { whole?: boolean; hideLabel?: boolean };

/** Words in both languages. */
export function DraftWords({ path, label, optional = false, long = false, disabled }: Props & { long?: boolean }) {
  const t = useTexts(draftTexts);
  const { body, set, sentenceAt } = useEditing();
  const id = useId();
  const Control = long ? TextArea : TextField;
  const write = (language: "zh" | "en", typed: string) => {
    const other = textOf(valueAt(body, [...path, language === "zh" ? "en" : "zh"]));
    if (typed === "" && other === "" && optional) set(path, undefined);
    else if (valueAt(body, path) == null) set(path, { zh: "", en: "", [language]: typed });
    else set([...path, language], typed);
  };
  return (
    <fieldset className={styles.words} aria-labelledby={id} disabled={disabled}>
      <span id={id} className="sr">
        {label}
      </span>
      {(["zh", "en"] as const).map((language) => (
        <Control
          key={language}
          label={`${label} · ${t(language)}`}
          optional={optional}
          value={textOf(valueAt(body, [...path, language]))}
          error={sentenceAt([...path, language]) ?? (language === "zh" ? sentenceAt(path) : undefined)}
          data-place={placeOf([...path, language])}
          onChange={(event: { target: { value: string } }) => write(language, event.target.value)}
        />
      ))}
    </fieldset>
  );
}

type Option = { readonly key: string; readonly label: string };

/** One of a list; `none` is what it says where nothing is chosen. */
export function DraftSelect(props: Props & { options: readonly Option[]; none?: string; fallback?: string }) {
  const { path, label, hint, options, none, fallback = "", disabled } = props;
  const { body, set, sentenceAt } = useEditing();
  const value = textOf(valueAt(body, path)) || fallback;
  const known = options.some(({ key }) => key === value);
  return (
    <SelectField
      label={label}
      hint={hint}
      disabled={disabled}
      value={value}
      error={sentenceAt(path)}
      data-place={placeOf(path)}
      onChange={(event) => set(path, event.target.value === "" ? undefined : event.target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {!known && (value !== "" || none === undefined) && <option value={value}>{value}</option>}
      {options.map(({ key, label: words }) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}

/** Moves an item of a list, or takes it out. */
export function ItemActs({ item, name, onGone, fixed = false }: ActsProps) {
  const t = useTexts(draftTexts);
  const { body, move, remove } = useEditing();
  const list = valueAt(body, item.slice(0, -1));
  const count = Array.isArray(list) ? list.length : 0;
  const at = Number(item.at(-1));
  return (
    <div className={styles.acts}>
      <Button kind="text" aria-label={t("up", { name })} disabled={at === 0} onClick={() => move(item, -1)}>
        ↑
      </Button>
      <Button kind="text" aria-label={t("down", { name })} disabled={at >= count - 1} onClick={() => move(item, 1)}>
        ↓
      </Button>
      {!fixed && (
        <Button
          kind="text"
          aria-label={t("removeNamed", { name })}
          onClick={() => {
            remove(item);
            onGone?.();
          }}
        >
          {t("remove")}
        </Button>
      )}
    </div>
  );
}
type ActsProps = { item: DraftPath; name: string; onGone?: () => void; fixed?: boolean };
