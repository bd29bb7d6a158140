import { choicesOf, columnsOf, type UnknownList } from "@dutyloop/contract/lists/list.ts";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Checks.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";

type Props = {
  list: UnknownList;
  shown: readonly string[];
  onShow: (keys: readonly string[]) => void;
  onClose: () => void;
};

/** Which columns, in which order: by ticks and buttons, so that no dragging is needed. The list follows at once. */
export function ColumnsSheet({ list, shown, onShow, onClose }: Props) {
  const t = useTexts(listTexts);
  const words = useWords();
  const [said, setSaid] = useState("");
  // Those shown in their order, then the others as the list has them.
  const choices = choicesOf(list.columns);
  const [order, setOrder] = useState(() => [
    ...shown,
    ...choices.map(({ key }) => key).filter((key) => !shown.includes(key)),
  ]);
  const named = new Map(choices.map(({ key, name }) => [key, words(name)]));
  const arrange = (next: readonly string[]) => {
    setOrder([...next]);
    onShow(next.filter((key) => shown.includes(key)));
  };
  const move = (key: string, by: 1 | -1) => {
    const from = order.indexOf(key);
    const next = order.filter((each) => each !== key);
    next.splice(from + by, 0, key);
    arrange(next);
    setSaid(t("moved", { column: named.get(key) ?? key, place: from + by + 1 }));
  };
  const toggle = (key: string, on: boolean) =>
    onShow(order.filter((each) => (each === key ? on : shown.includes(each))));
  return (
    <Dialog kind="sheet" title={<h2>{t("columnsTitle")}</h2>} onClose={onClose}>
      <p className="quiet">{t("columnsWhat")}</p>
      <ul className={styles.columns}>
        {order.map((key, at) => (
          <li key={key}>
            <Check
              label={named.get(key) ?? key}
              checked={shown.includes(key)}
              onChange={(on) => (on || shown.length > 1) && toggle(key, on)}
            />
            <span className={styles.moves}>
              <Button
                kind="text"
                disabled={at === 0}
                aria-label={t("upOf", { column: named.get(key) ?? key })}
                onClick={() => move(key, -1)}
              >
                {t("up")}
              </Button>
              <Button
                kind="text"
                disabled={at === order.length - 1}
                aria-label={t("downOf", { column: named.get(key) ?? key })}
                onClick={() => move(key, 1)}
              >
                {t("down")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <p className="sr" role="status">
        {said}
      </p>
      <div className={styles.foot}>
        <Button
          onClick={() => {
            const usual = choicesOf(columnsOf(list, null)).map(({ key }) => key);
            setOrder([...usual, ...order.filter((key) => !usual.includes(key))]);
            onShow([]);
          }}
        >
          {t("usualColumns")}
        </Button>
        <Button kind="primary" onClick={onClose}>
          {t("ready")}
        </Button>
      </div>
    </Dialog>
  );
}
