import type { ReactNode } from "react";
import { useLocation } from "@tanstack/react-router";
import { rolesOf, useMe } from "@/api/me";
import type { RoleName } from "@/app/route";
import { ErrorFence } from "./ErrorFence";
import { NotPermittedPage } from "./NotPermittedPage";

/** Shows a page to whom it is for. */
export default function DeskGate({ roles, children }: { roles?: readonly RoleName[]; children: ReactNode }) {
  const own = rolesOf(useMe());
  const { pathname } = useLocation();
  if (roles && !roles.some((role) => own.has(role))) return <NotPermittedPage />;
  return <ErrorFence key={pathname}>{children}</ErrorFence>;
}
