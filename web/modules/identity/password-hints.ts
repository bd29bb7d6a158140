export type PasswordHint = "length" | "kinds" | "name";

/** What a new password still lacks, told while it is typed; the server alone decides (SEC-01). */
export function passwordHints(password: string, signInName: string): Record<PasswordHint, boolean> {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) =>
    kind.test(password),
  ).length;
  const name = signInName.trim().toLowerCase();
  return {
    length: [...password].length >= 10,
    kinds: kinds >= 3,
    name: password !== "" && (name === "" || !password.toLowerCase().includes(name)),
  };
}
