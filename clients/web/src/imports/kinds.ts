import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";

/** What can be imported, with the columns that the server wants and an example of a row. */
export const kinds = {
  organisations: {
    method: IdentityService.method.importOrganisations,
    columns: ["id", "name", "uscc", "region", "kind", "endorsed_by"],
    optional: ["uscc_exception"],
    example: ["hs-university", "红山大学", "", "150400", "university", ""],
    list: "/organisations",
    invites: false,
  },
  people: {
    method: IdentityService.method.importPeople,
    columns: ["id", "name", "gender", "born", "organisation", "title", "degree", "discipline", "orcid", "email", "phone"],
    optional: [],
    example: ["zhang-san", "张三", "男", "1980", "hs-university", "副高级", "博士", "230", "", "zhangsan@example.org", ""],
    list: "/people",
    invites: true,
  },
  experts: {
    method: ReviewService.method.importExperts,
    columns: ["person", "disciplines", "max_reviews", "available"],
    optional: ["keywords"],
    example: ["zhang-san", "230;180", "10", "yes"],
    list: "/desk/experts",
    invites: false,
  },
} as const;
export type Kind = keyof typeof kinds;
