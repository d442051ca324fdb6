import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/awards", page: () => import("./AwardsPage"), title: "award:title", frame: "public" },
];
