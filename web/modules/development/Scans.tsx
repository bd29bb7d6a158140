import { useState } from "react";
import { fingerprintOf } from "../../app/api/fingerprint.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/States.tsx";
import styles from "./Development.module.css";
import { mostScans, type Scan, withScans } from "./fingerprints.ts";
import { developmentTexts } from "./texts.ts";

type Props = { scans: readonly Scan[]; onChange: (scans: readonly Scan[]) => void };

/**
 * The files of the papers, so that one paper under two steps is noticed (DEV-C3). They stay where they are: a
 * fingerprint of each is made here, and it alone is sent.
 */
export function Scans({ scans, onChange }: Props) {
  const t = useTexts(developmentTexts);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const add = async (files: readonly File[]) => {
    setUnreadable(null);
    const read: Scan[] = [];
    for (const file of files) {
      const hash = await fingerprintOf(file).catch(() => null);
      if (hash === null) setUnreadable(file.name);
      else read.push({ name: file.name, hash });
    }
    onChange(withScans(scans, read));
  };
  return (
    <div className={styles.scans}>
      <span className="note">{t("scansWhat")}</span>
      {unreadable !== null && <Notice>{t("scanUnreadable", { name: unreadable })}</Notice>}
      <ul>
        {scans.map(({ name, hash }) => (
          <li key={hash} className={styles.scan}>
            <span>{name}</span>
            <Button
              kind="text"
              aria-label={t("removeScan", { name })}
              onClick={() => onChange(scans.filter((scan) => scan.hash !== hash))}
            >
              <Icon name="close" size={18} />
            </Button>
          </li>
        ))}
      </ul>
      {scans.length < mostScans && (
        <label className={buttonClass("quiet")}>
          {t("addScan")}
          <input
            type="file"
            className="sr"
            multiple
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
        </label>
      )}
    </div>
  );
}
