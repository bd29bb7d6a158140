import { useTexts } from "../app/language/texts.ts";
import { classes } from "./classes.ts";
import styles from "./DataTable.module.css";
import { scrolledByKeys } from "./scrolled-by-keys.ts";
import { Tick, TickAll } from "./Tick.tsx";
import type { ShownColumn, TableProps } from "./table.ts";
import { uiTexts } from "./texts.ts";
import { usePrinting } from "./use-printing.ts";
import { VirtualTable } from "./VirtualTable.tsx";

/** From here on only what is in sight stands in the page. */
const manyRows = 150;
const manyColumns = 14;

/**
 * An office table whose head stays in sight; a large one keeps only the rows and columns in sight in the page. Paper gets
 * every row that is there.
 */
export function DataTable<T>(props: TableProps<T>) {
  const { items, columns } = props;
  const printing = usePrinting();
  const isLarge = items.length > manyRows || columns.length > manyColumns;
  if (!isLarge) return <PlainTable {...props} />;
  return (
    <>
      <div data-paper="none">
        {/* Other columns have other widths: it begins anew. */}
        <VirtualTable key={columns.map(({ key }) => key).join()} {...props} columns={withTicks(props)} />
      </div>
      {printing && <PlainTable {...props} />}
    </>
  );
}

function PlainTable<T>({ label, items, idOf, selection, ...rest }: TableProps<T>) {
  const t = useTexts(uiTexts);
  const columns = withTicks({ label, items, idOf, selection, ...rest });
  return (
    <section className={styles.scroll} aria-label={t("scrolled", { label })} {...scrolledByKeys}>
      <table className={classes("table", styles.table)} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, head, right, screenOnly }) => (
              <th
                key={key}
                className={classes(right && "right", head !== undefined && styles.tick)}
                scope="col"
                {...onPaper(screenOnly)}
              >
                {head ?? title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={idOf(item)} aria-selected={selection ? selection.chosen.has(idOf(item)) : undefined}>
              {columns.map(({ key, cell, right, screenOnly }) => (
                <td key={key} className={classes(right && "right")} {...onPaper(screenOnly)}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Marks what print.css leaves out. */
function onPaper(screenOnly: boolean | undefined) {
  return screenOnly ? { "data-paper": "none" } : {};
}

/** The columns, behind one of ticks where rows can be chosen. */
function withTicks<T>({ items, idOf, columns, selection }: TableProps<T>): readonly ShownColumn<T>[] {
  if (!selection) return columns;
  const { chosen, nameOf, onChange } = selection;
  const ids = items.map(idOf);
  const tick: ShownColumn<T> = {
    key: "tick",
    title: "",
    width: 5,
    screenOnly: true,
    head: <TickAll ids={ids} chosen={chosen} onChange={onChange} />,
    cell: (item) => <Tick id={idOf(item)} name={nameOf(item)} chosen={chosen} onChange={onChange} />,
  };
  return [tick, ...columns];
}
