import { useState } from "react";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useTexts } from "../language/texts.ts";
import { OrganizationChooser } from "./OrganizationChooser.tsx";
import styles from "./Pick.module.css";
import { frameTexts } from "./texts.ts";
import { useView, useViewedOrganization } from "./view.ts";

/** The organisation in view; opens a list to walk down level by level. */
export function OrganizationPicker() {
  const t = useTexts(frameTexts);
  const [open, setOpen] = useState(false);
  const view = useView();
  const { query } = useViewedOrganization();
  const name = query.data?.name ?? view.organizationName ?? t("choose");
  return (
    <>
      <button
        type="button"
        className={styles.pick}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={`${t("organization")}: ${name}`}
      >
        <span className={styles.words}>{name}</span>
        <Icon name="down" size={14} />
      </button>
      {open && (
        <Dialog kind="sheet" title={<h2>{t("organization")}</h2>} onClose={() => setOpen(false)}>
          <OrganizationChooser
            chosen={view.organizationId}
            onChoose={(organization) => {
              setOpen(false);
              void view.show({ org: organization.id });
            }}
          />
        </Dialog>
      )}
    </>
  );
}
