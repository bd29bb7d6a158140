import { type ReactNode, useState } from "react";
import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { ItemActs } from "../../../app/drafts/DraftFields.tsx";
import { type DraftPath, valueAt } from "../../../app/drafts/draft-text.ts";
import { itemsAt } from "../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import styles from "./Editor.module.css";
import { freshItems, type ListName } from "./template-parts.ts";
import { editorTexts } from "./texts.ts";

type Props = { list: ListName; add: string; render: (item: DraftPath) => ReactNode };

/** The items of a part in their order; they are moved and taken out by buttons. */
export function ItemList({ list, add: addLabel, render }: Props) {
  const t = useTexts(editorTexts);
  const { body, add, sentenceAt } = useEditing();
  const wrong = sentenceAt([list]);
  const items = itemsAt(body, [list]);
  const codes = items.map((at) => valueAt(body, [list, at, "code"]));
  const fresh = () => {
    const stem = list.slice(0, -1);
    let number = items.length + 1;
    while (codes.includes(`${stem}_${number}`)) number += 1;
    return `${stem}_${number}`;
  };
  return (
    <>
      {wrong && <Wrong>{wrong}</Wrong>}
      {items.map((at) => (
        <Item key={`${at} ${items.length}`} item={[list, at]} name={t(`${list}Number`, { number: at + 1 })}>
          {render([list, at])}
        </Item>
      ))}
      <Button onClick={() => add([list], { code: fresh(), ...freshItems[list] })}>{addLabel}</Button>
    </>
  );
}

type ItemProps = { item: DraftPath; name: string; children: ReactNode };

/** Folded to its name; one that was just added is open, so that it gets its words. */
function Item({ item, name, children }: ItemProps) {
  const { body, sentenceAt, isWrongIn } = useEditing();
  const words = nameAt(body, item);
  const [open] = useState(words === "");
  const sentence = sentenceAt(item);
  return (
    <details className={styles.item} open={open}>
      <summary>
        {name} <b>{words}</b>
        {isWrongIn(item) && <Shape name="diamond" />}
      </summary>
      <div className={styles.form}>{children}</div>
      {sentence && <Wrong>{sentence}</Wrong>}
      <ItemActs item={item} name={name} />
    </details>
  );
}

function Wrong({ children }: { children: string }) {
  return (
    <p className={styles.wrong} role="alert">
      <Shape name="diamond" /> {children}
    </p>
  );
}

/** What an item calls itself, in the first words it has. */
function nameAt(body: unknown, item: DraftPath): string {
  const words = valueAt(body, [...item, "name", "zh"]) ?? valueAt(body, [...item, "title", "zh"]);
  return typeof words === "string" ? words : "";
}
