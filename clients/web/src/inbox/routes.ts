import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/inbox", page: () => import("./InboxPage"), title: "inbox:title", frame: "desk", nav: { order: 1, icon: "✉" } },
];
