import { useNavigate, useSearch } from "@tanstack/react-router";
import { also, without } from "../frame/search.ts";
import type { FilterKey } from "./use-look.ts";

/** One of a few that a list is narrowed to; it stands in the address, the first one without it. */
export function useChoice<K extends string>(key: FilterKey, options: readonly [K, ...K[]]): [K, (chosen: K) => void] {
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const [usual] = options;
  const chosen = options.find((option) => option === search[key]) ?? usual;
  const choose = (option: K) =>
    void navigate({ to: ".", search: option === usual ? without(key) : also({ [key]: option }), replace: true });
  return [chosen, choose];
}
