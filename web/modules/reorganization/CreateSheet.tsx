import { type OrganizationKind, organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { newId } from "../../app/api/new-id.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import { kindTexts } from "../organization/texts.ts";
import type { SheetProps } from "./NodePanel.tsx";
import { created, peopleOfUnits, predecessorsOf } from "./plan-edits.ts";
import type { CreateAct } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { studioTexts } from "./texts.ts";

type Kind = CreateAct["kind"];
const kinds: readonly Kind[] = organizationKinds.filter(
  (kind: OrganizationKind): kind is Kind => kind !== "PROJECT_BRANCH" && kind !== "TEMP_BRANCH",
);
const most = 60;

/** An organisation that is to begin below the chosen one, with the units that it covers and whoever works there. */
export function CreateSheet({ node, tree, basis, acts, onPlan, onClose }: SheetProps) {
  const t = useTexts(studioTexts);
  const kindName = useTexts(kindTexts);
  const inBranch = node.kind.endsWith("BRANCH") && node.kind !== "GENERAL_BRANCH";
  const [kind, setKind] = useState<Kind>(inBranch ? "GROUP" : "BRANCH");
  const [typed, setTyped] = useState({ name: "", code: "", class: "", find: "" });
  const [unitIds, setUnitIds] = useState<readonly string[]>([]);
  const [brings, setBrings] = useState(true);
  const [adopts, setAdopts] = useState(true);
  const [approved, setApproved] = useState(false);
  const find = typed.find.trim();
  const found = basis.units.filter((unit) => unitIds.includes(unit.id) || find === "" || unit.name.includes(find));
  const personIds = brings && kind !== "GROUP" ? peopleOfUnits(tree.nodes.values(), unitIds) : [];
  const tick = (id: string, on: boolean) => {
    setUnitIds(on ? [...unitIds, id] : unitIds.filter((each) => each !== id));
    const unit = basis.units.find((each) => each.id === id);
    if (!on || !unit) return;
    const { name, proposedCode } = unit;
    setTyped({ ...typed, name: typed.name || t("branchOf", { unit: name }), code: typed.code || proposedCode });
  };
  const create = () => {
    const organization: CreateAct = {
      act: "create",
      id: newId(),
      kind,
      parentId: node.id,
      class: typed.class.trim() || null,
      code: typed.code.trim(),
      name: typed.name.trim(),
      unitIds: [...unitIds],
      predecessorIds: predecessorsOf(basis, personIds),
      approved,
      adoptsTemplates: adopts,
    };
    onPlan(created(acts, basis, organization, personIds));
    onClose();
  };
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <AskSheet
      title={t("createBelow", { organization: node.name })}
      confirm={t("create")}
      cancel={t("cancel")}
      act={{ mutate: create, isPending: false, error: null }}
      blocked={typed.name.trim() === "" || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(typed.code.trim())}
      onClose={onClose}
    >
      <SelectField label={t("kind")} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindName(one)}
          </option>
        ))}
      </SelectField>
      <fieldset className={styles.units} aria-label={t("units")}>
        <TextField type="search" label={t("units")} hint={t("unitsHint")} autoComplete="off" {...field("find")} />
        {found.slice(0, most).map(({ id, name }) => (
          <label key={id} className={styles.check}>
            <input
              type="checkbox"
              checked={unitIds.includes(id)}
              onChange={(event) => tick(id, event.target.checked)}
            />
            {name}
          </label>
        ))}
        {found.length > most && <p className="note">{t("moreUnits")}</p>}
      </fieldset>
      {unitIds.length > 0 && kind !== "GROUP" && (
        <Check
          label={t("brings")}
          value={brings}
          onChange={setBrings}
          note={t("brought", { count: personIds.length })}
        />
      )}
      <TextField label={t("organizationName")} required most={100} {...field("name")} />
      <TextField label={t("code")} hint={t("codeHint")} required most={40} {...field("code")} />
      <TextField label={t("class")} hint={t("classHint")} optional most={40} {...field("class")} />
      <Check label={t("adopts")} value={adopts} onChange={setAdopts} />
      <Check label={t("approved")} value={approved} onChange={setApproved} />
    </AskSheet>
  );
}

type CheckProps = { label: string; value: boolean; onChange: (value: boolean) => void; note?: string };

export function Check({ label, value, onChange, note }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {label}
      {note && <span className="note">{note}</span>}
    </label>
  );
}
