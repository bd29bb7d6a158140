import { type MemberTag, memberTags } from "@dutyloop/domain/organization/member-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Check } from "../../../ui/Checks.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { peopleTexts, personTexts, tagTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

/** Notes that a member is floating, retired, old, ill, abroad or lost. */
export function TagMember({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const word = useTexts(tagTexts);
  const { today } = useSession();
  const [form, setForm] = useState({ tag: "FLOATING" as MemberTag, validFrom: today, place: "", onePlace: false });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const floating = form.tag === "FLOATING";
  const body = {
    tag: form.tag,
    validFrom: form.validFrom,
    place: floating ? form.place.trim() || null : null,
    onePlace: floating && form.onePlace,
  };
  const act = useAct(() => call("tagMember", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("addTagTitle", { name: person.name })}
      confirm={t("addTag")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <SelectField
        label={t("tag")}
        required
        value={form.tag}
        error={problems.tag}
        onChange={(event) => set({ tag: event.target.value as MemberTag })}
      >
        {memberTags.map((tag) => (
          <option key={tag} value={tag}>
            {word(tag)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={p("from")}
        type="date"
        required
        max={today}
        value={form.validFrom}
        error={problems.validFrom}
        onChange={(event) => set({ validFrom: event.target.value })}
      />
      {floating && (
        <>
          <TextField
            label={t("place")}
            optional
            most={100}
            value={form.place}
            error={problems.place}
            onChange={(event) => set({ place: event.target.value })}
          />
          <Check label={t("onePlace")} checked={form.onePlace} onChange={(onePlace) => set({ onePlace })} />
        </>
      )}
    </AskSheet>
  );
}
