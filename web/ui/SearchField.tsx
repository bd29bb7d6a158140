import { TextField } from "./Field.tsx";

type Props = { label: string; hint: string; value: string; onText: (text: string) => void };

/** What something is looked for by; what it finds stands below it. */
export function SearchField({ label, hint, value, onText }: Props) {
  return (
    <TextField
      type="search"
      label={label}
      hint={hint}
      value={value}
      most={60}
      autoComplete="off"
      onChange={(event) => onText(event.target.value)}
    />
  );
}
