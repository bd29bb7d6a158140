import { type Post, posts } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { OrganizationFinder } from "../../../app/frame/OrganizationFinder.tsx";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Check } from "../../../ui/Checks.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { postTexts } from "../../organization/texts.ts";
import type { Person } from "../Basics.tsx";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

/** Gives somebody a post in his branch or above it, or the lead of his 党小组. */
export function Appoint({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const post = useTexts(postTexts);
  const { today } = useSession();
  const [at, setAt] = useState({ id: person.organizationId, name: person.organizationName });
  const [form, setForm] = useState({ post: posts[0] as Post, validFrom: today, validTo: "", fullTime: false });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const body = { ...form, personId: person.id, validTo: form.validTo || null };
  const act = useAct(() => call("appoint", { params: { organizationId: at.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("appointTitle", { name: person.name })}
      confirm={p("save")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("appointWhat")}</p>
      <OrganizationFinder label={t("appointAt")} chosen={at} error={problems.personId} onChoose={setAt} />
      <SelectField
        label={t("postOf")}
        required
        value={form.post}
        error={problems.post}
        onChange={(event) => set({ post: event.target.value as Post })}
      >
        {posts.map((one) => (
          <option key={one} value={one}>
            {post(one)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={p("from")}
        type="date"
        required
        value={form.validFrom}
        error={problems.validFrom}
        onChange={(event) => set({ validFrom: event.target.value })}
      />
      <TextField
        label={t("until")}
        type="date"
        optional
        min={form.validFrom}
        value={form.validTo}
        error={problems.validTo}
        onChange={(event) => set({ validTo: event.target.value })}
      />
      <Check label={t("fullTime")} checked={form.fullTime} onChange={(fullTime) => set({ fullTime })} />
    </AskSheet>
  );
}
