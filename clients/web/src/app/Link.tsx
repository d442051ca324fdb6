import { Link as RouterLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

interface Props extends Omit<ComponentProps<"a">, "href"> {
  /** An address of this site, e.g. "/calls/2022?tab=team". */
  to: string;
}

/** A link within the site, by its address as text. */
export function Link({ to, ...rest }: Props) {
  const [path = "/", query] = to.split("?");
  const search = query ? Object.fromEntries(new URLSearchParams(query)) : {};
  const target = { to: path, search } as { to: "." };
  return <RouterLink {...target} {...rest} />;
}
