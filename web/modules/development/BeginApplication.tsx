import type { StepMaterial } from "@dutyloop/domain/organization/development-things.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Papers } from "./Papers.tsx";
import { developmentTexts } from "./texts.ts";
import { useWrite } from "./use-write.ts";

/** The way in: enter an application that the branch has received. */
export function BeginApplication({ organizationId }: { organizationId: string }) {
  const t = useTexts(developmentTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t("begin")}
      </Button>
      {open && <ApplicationSheet organizationId={organizationId} onClose={() => setOpen(false)} />}
    </>
  );
}

function ApplicationSheet({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const t = useTexts(developmentTexts);
  const { today } = useSession();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [bornOn, setBornOn] = useState("");
  const [number, setNumber] = useState("");
  const [on, setOn] = useState(today);
  const [papers, setPapers] = useState<StepMaterial[]>([]);
  const act = useWrite(async () => {
    const person = { name, bornOn, number: number.trim() === "" ? null : number.trim() };
    const { personId } = await call("beginApplication", { params: { organizationId }, body: { on, papers, person } });
    await navigate({ to: "/development/$personId", params: { personId } });
  }, onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet title={t("begin")} confirm={t("save")} cancel={t("cancel")} act={act} onClose={onClose}>
      <p className="quiet">{t("beginWhat")}</p>
      <TextField
        label={t("name")}
        required
        most={100}
        value={name}
        error={problems["person.name"]}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t("bornOn")}
        hint={t("bornHint")}
        type="date"
        required
        max={today}
        value={bornOn}
        error={problems["person.bornOn"]}
        onChange={(event) => setBornOn(event.target.value)}
      />
      <TextField
        label={t("number")}
        optional
        most={40}
        value={number}
        error={problems.number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t("appliedOn")}
        type="date"
        required
        max={today}
        value={on}
        error={problems.on}
        onChange={(event) => setOn(event.target.value)}
      />
      <Papers step={1} papers={papers} error={problems.papers} onChange={setPapers} />
    </AskSheet>
  );
}
