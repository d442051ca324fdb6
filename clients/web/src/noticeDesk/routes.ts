import { type PageRoute, staff } from "@/app/route";

const common = { frame: "desk", texts: ["callDesk", "submissionDesk", "discipline"] } as const;
const notice = "/desk/notices/$notice";

export const routes: readonly PageRoute[] = [
  { ...common, path: "/desk/calls/$call/notice", page: () => import("./NoticeTabPage"), title: "noticeDesk:title", roles: staff, wide: true },
  { ...common, path: "/desk/calls/$call/notice/publish", page: () => import("./PublishNoticePage"), title: "noticeDesk:publish.title", roles: ["PROGRAMME_OFFICER"] },
  { ...common, path: notice, page: () => import("./NoticePage"), title: "noticeDesk:notice", roles: staff, wide: true },
  { ...common, path: `${notice}/objections/$objection`, page: () => import("./ObjectionPage"), title: "noticeDesk:objection", roles: staff },
  {
    ...common,
    path: "/desk/calendar",
    page: () => import("./CalendarPage"),
    title: "noticeDesk:calendar.title",
    roles: ["PROGRAMME_OFFICER", "ADMINISTRATOR"],
    nav: { order: 70, icon: "◫" },
  },
];
