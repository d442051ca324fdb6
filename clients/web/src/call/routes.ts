import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/calls",
    page: () => import("./CallsPage"),
    title: "call:list.title",
    frame: "public",
    texts: ["terms"],
    nav: { order: 20, icon: "▤" },
  },
  { path: "/calls/$call", page: () => import("./CallPage"), title: "call:title", frame: "public", texts: ["terms"] },
];
