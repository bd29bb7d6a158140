import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordInstant } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import styles from "./Admin.module.css";
import { adminTexts } from "./texts.ts";

type Props = { entry: Answer<"listAudit">["items"][number]; onClose: () => void };

/** All that an audit entry says, with its place in the chain and the digests of the state before and after. */
export function AuditEntry({ entry, onClose }: Props) {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const said: [string, string][] = [
    [t("sequence"), entry.sequence === null ? t("unsealed") : String(entry.sequence)],
    [t("time"), wordInstant(language, entry.recordedAt)],
    [t("account"), entry.accountName],
    [t("action"), entry.action],
    [t("object"), entry.object],
    [t("outcome"), t(entry.outcome === "refused" ? "refused" : "done")],
    [t("address"), entry.address ?? t("nothing")],
    [t("requestId"), entry.requestId],
    [t("before"), entry.beforeDigest ?? t("nothing")],
    [t("after"), entry.afterDigest ?? t("nothing")],
  ];
  return (
    <Dialog kind="drawer" title={<h2>{t("detail")}</h2>} onClose={onClose}>
      <dl className={styles.said}>
        {said.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
