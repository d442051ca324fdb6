import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/",
    page: () => import("./HomePage"),
    title: "home:title",
    frame: "desk",
    nav: { order: 0, icon: "⌂" },
  },
];
