import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Notice } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { EnrolForm } from "./EnrolForm.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import styles from "./SecondFactor.module.css";
import { TurnOffForm } from "./TurnOffForm.tsx";
import { secondFactorTexts } from "./texts.ts";

const few = 3;

/** One's own second factor on the page Me: whether it is on, and turning it on and off. */
export function SecondFactor() {
  const factor = useQuery(ask("getSecondFactor", {}));
  return (
    <Loaded query={factor} rows={2}>
      {(data) => <Standing factor={data} />}
    </Loaded>
  );
}

function Standing({ factor }: { factor: Answer<"getSecondFactor"> }) {
  const t = useTexts(secondFactorTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => {
    setOpen(false);
    setCodes(null);
    void client.invalidateQueries({ queryKey: ["getSecondFactor"] });
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={close} />;
  const on = factor.since !== null;
  const left = factor.recoveryCodesLeft;
  return (
    <div className={styles.stack}>
      <p className="note">{t(on && open ? "turnOffAbout" : "about")}</p>
      <p>
        <Tag tone={on ? "good" : "neutral"}>{t(on ? "on" : "off")}</Tag>{" "}
        {factor.since && (
          <span className="note">
            {t("since", { time: wordInstant(language, factor.since) })} · {t("left", { count: left })}
          </span>
        )}
      </p>
      {on && left < few && <Notice>{t("fewLeft", { count: left })}</Notice>}
      {on && factor.demanded && open && <Notice tone="calm">{t("demanded")}</Notice>}
      {!open && <Button onClick={() => setOpen(true)}>{t(on ? "turnOff" : "begin")}</Button>}
      {open && (on ? <TurnOffForm onDone={close} /> : <EnrolForm onCodes={setCodes} onCancel={close} />)}
    </div>
  );
}
