import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/notices", page: () => import("./NoticesPage"), title: "notice:list.title", frame: "public", texts: ["terms"] },
  { path: "/notices/$notice", page: () => import("./NoticePage"), title: "notice:one.title", frame: "public", texts: ["terms"] },
  {
    path: "/notices/$notice/object",
    page: () => import("./ObjectPage"),
    title: "notice:object.title",
    frame: "public",
    texts: ["terms"],
  },
];
