import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

/** A part of the address that varies: useParam("call") at "/calls/$call". */
export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? "";
}

type Texts = Record<string, string>;

export const parseSearch = (search: string): Texts => Object.fromEntries(new URLSearchParams(search));
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}

/**
 * State that lives in the address, so that it survives going back and can be sent to others:
 * `const [state, set] = useAddressState({ state: "", q: "" })`. What has its default is left out.
 */
export function useAddressState<State extends Texts>(
  defaults: State,
): [state: State, set: (changes: Partial<State>) => void] {
  const search = useSearch({ strict: false }) as Texts;
  const navigate = useNavigate();
  const fallback = JSON.stringify(defaults);
  const state = useMemo(() => {
    const own = JSON.parse(fallback) as State;
    return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, search[key] ?? value])) as State;
  }, [fallback, search]);
  const set = useCallback(
    (changes: Partial<State>) => {
      const own = JSON.parse(fallback) as Texts;
      const shown = Object.fromEntries(
        Object.entries(changes).map(([key, value]) => [key, value === own[key] ? undefined : value]),
      );
      void navigate({ to: ".", search: (before: object) => ({ ...before, ...shown }), replace: true } as never);
    },
    [fallback, navigate],
  );
  return [state, set];
}

/** Goes to an address given as text. */
export function useGo(): (address: string) => void {
  const { history } = useRouter();
  return useCallback((address: string) => history.push(address), [history]);
}

/** The address of this site that `?next=` names; "/" where it names another site or nothing. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}
