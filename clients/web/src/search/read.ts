import { createClient } from "@connectrpc/connect";
import { addressOf } from "@/api/resource";
import type { RoleName } from "@/app/route";
import { transport } from "@/api/transport";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { type Found, type Group, type GroupKey, groupsFor } from "./groups";

const shownMax = 10;
const callsMax = 200;
const queryMax = 80; // characters that the server takes

const identity = createClient(IdentityService, transport);
const calls = createClient(CallsService, transport);
const reviewing = createClient(ReviewService, transport);
const submissions = createClient(SubmissionsService, transport);

type Answer = { found: Found[]; more: boolean };
type Reader = (query: string, staff: boolean) => Promise<Answer>;

// Staff look at a submission and a call on their own desk.
const readers: Record<GroupKey, Reader> = {
  submissions: async (query, staff) => {
    const answer = await submissions.listSubmissions({ query, pageSize: shownMax });
    const found = answer.submissions.map(({ name, title, receipt, leaderName, unitName }) => ({
      name,
      text: title,
      note: [receipt?.number, leaderName, unitName].filter(Boolean).join(" · "),
      link: staff ? `/desk${addressOf(name)}` : addressOf(name),
    }));
    return { found, more: answer.nextPageToken !== "" };
  },
  calls: async (query, staff) => {
    const all = (await calls.listCalls({ pageSize: callsMax })).calls;
    const found = all.filter(({ title }) => title.toLocaleLowerCase().includes(query.toLocaleLowerCase()));
    const shown = found.slice(0, shownMax).map(({ name, title, year }) => ({
      name,
      text: title,
      note: year ? String(year) : "",
      link: staff ? `/desk${addressOf(name)}` : addressOf(name),
    }));
    return { found: shown, more: found.length > shownMax };
  },
  people: async (query) => {
    const answer = await identity.listPeople({ query, pageSize: shownMax });
    const found = answer.people.map(({ name, displayName, email }) => ({ name, text: displayName, note: email, link: addressOf(name) }));
    return { found, more: answer.nextPageToken !== "" };
  },
  organisations: async (query) => {
    const answer = await identity.listOrganisations({ query, pageSize: shownMax });
    const found = answer.organisations.map(({ name, displayName, uscc }) => ({ name, text: displayName, note: uscc, link: addressOf(name) }));
    return { found, more: answer.nextPageToken !== "" };
  },
  experts: async (query) => {
    const answer = await reviewing.listExperts({ query, pageSize: shownMax });
    const found = answer.experts.map(({ name, person, displayName, disciplines }) => ({
      name,
      text: displayName,
      note: disciplines.join(" "),
      link: addressOf(person),
    }));
    return { found, more: answer.nextPageToken !== "" };
  },
};

const staffRoles: RoleName[] = ["PROGRAMME_OFFICER", "APPROVER", "AUDITOR"];

/** Everything that the user may find by a text, by kind; kinds in which nothing was found are left out. */
export async function search(typed: string, own: ReadonlySet<RoleName>): Promise<Group[]> {
  const query = [...typed.trim()].slice(0, queryMax).join("");
  const staff = staffRoles.some((role) => own.has(role));
  const groups = await Promise.all(
    groupsFor(own).map(async (key) => ({ key, ...(await readers[key](query, staff)) })),
  );
  return groups.filter(({ found }) => found.length > 0);
}
