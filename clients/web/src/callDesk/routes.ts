import { type PageRoute, staff } from "@/app/route";

const officer = ["PROGRAMME_OFFICER"] as const;
const one = "/desk/calls/$call";

export const routes: readonly PageRoute[] = [
  {
    path: "/desk",
    page: () => import("./CallsDeskPage"),
    title: "callDesk:list.title",
    frame: "desk",
    roles: staff,
    nav: { order: 30, icon: "▦" },
  },
  { path: "/desk/calls/new", page: () => import("./NewCallPage"), title: "callDesk:new.title", frame: "desk", roles: officer },
  { path: one, page: () => import("./CallDeskPage"), title: "callDesk:title", frame: "desk", roles: staff },
  { path: `${one}/edit`, page: () => import("./EditCallPage"), title: "callDesk:edit.title", frame: "desk", roles: officer, wide: true },
  { path: `${one}/publish`, page: () => import("./PublishCallPage"), title: "callDesk:publish.title", frame: "desk", roles: officer },
  { path: `${one}/extend`, page: () => import("./ExtendCallPage"), title: "callDesk:extend.title", frame: "desk", roles: officer },
  { path: `${one}/archive`, page: () => import("./ArchiveCallPage"), title: "callDesk:archive.title", frame: "desk", roles: officer },
  { path: `${one}/delete`, page: () => import("./DeleteCallPage"), title: "callDesk:delete.title", frame: "desk", roles: officer },
];
