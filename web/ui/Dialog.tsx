import { type ReactNode, useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { useTexts } from "../app/language/texts.ts";
import { classes } from "./classes.ts";
import styles from "./Dialog.module.css";
import { Icon } from "./Icon.tsx";
import { uiTexts } from "./texts.ts";

type Props = { kind: "drawer" | "sheet"; title: ReactNode; onClose: () => void; children: ReactNode };

/**
 * Lies over the page: the browser keeps the focus inside, Esc and the veil close it, focus returns afterwards. It stands
 * beside the page in the document, not inside it: a browser never tells of a form that is sent within another form.
 */
export function Dialog({ kind, title, onClose, children }: Props) {
  const t = useTexts(uiTexts);
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return createPortal(
    <dialog
      ref={element}
      className={classes(styles.dialog, styles[kind])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A form in here is none of the page's.
      onSubmit={(event) => event.stopPropagation()}
      onMouseDown={(event) => {
        if (event.target === element.current && isOutside(event, element.current)) onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.title} id={id}>
          {title}
        </div>
        <button type="button" className={styles.close} onClick={onClose} aria-label={t("close")}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>,
    document.body,
  );
}

function isOutside(event: { clientX: number; clientY: number }, dialog: HTMLDialogElement): boolean {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
