import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/people",
    page: () => import("./PeoplePage"),
    title: "person:list.title",
    frame: "desk",
    roles: ["ADMINISTRATOR", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR", "UNIT_OFFICER"],
    wide: true,
    nav: { order: 81, icon: "♙", roles: ["ADMINISTRATOR", "UNIT_OFFICER"] },
  },
  {
    path: "/people/new",
    page: () => import("./NewPersonPage"),
    title: "person:new.title",
    frame: "desk",
    roles: ["ADMINISTRATOR", "PROGRAMME_OFFICER"],
  },
  { path: "/people/$person", page: () => import("./PersonPage"), title: "person:one.title", frame: "desk" },
  { path: "/people/$person/edit", page: () => import("./EditPersonPage"), title: "person:edit.title", frame: "desk", roles: ["ADMINISTRATOR"] },
  {
    path: "/people/$person/disable",
    page: () => import("./DisablePage"),
    title: "person:disable.title",
    frame: "desk",
    roles: ["ADMINISTRATOR"],
  },
  {
    path: "/accounts",
    page: () => import("./AccountsPage"),
    title: "person:accounts.title",
    frame: "desk",
    roles: ["ADMINISTRATOR", "AUDITOR"],
    wide: true,
    nav: { order: 82, icon: "◎", roles: ["ADMINISTRATOR"] },
  },
];
