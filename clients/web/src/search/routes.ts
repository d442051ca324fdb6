import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/search", page: () => import("./SearchPage"), title: "search:title", frame: "desk" },
];
