#include "clients/cli/command.h"

namespace redpeak::cli {
namespace {

constexpr Command kCommands[] = {
    {"", "whoami", "identity/GetMe", ""},

    {"inbox", "list", "notifications/ListMessages", "",
     "name create_time kind title call_title number count reason due_time read_time"},
    {"inbox", "read", "notifications/MarkMessagesRead", "[names=messages/*]"},

    {"organisation", "create", "identity/CreateOrganisation", "[organisation_id]"},
    {"organisation", "update", "identity/UpdateOrganisation", "organisation.name"},
    {"organisation", "show", "identity/GetOrganisation", "name"},
    {"organisation", "list", "identity/ListOrganisations", "",
     "name display_name kind region uscc recommender"},
    {"organisation", "import", "identity/ImportOrganisations", "csv -invite -invite_role"},

    {"person", "create", "identity/CreatePerson", "[person_id]"},
    {"person", "update", "identity/UpdatePerson", "person.name"},
    {"person", "show", "identity/GetPerson", "name"},
    {"person", "list", "identity/ListPeople", "",
     "name display_name organisation professional_title degree discipline email phone"},
    {"person", "search", "identity/SearchPeople", "query", "person display_name organisation_name"},
    {"person", "names", "identity/LookUpNames", "names"},
    {"person", "import", "identity/ImportPeople", "csv"},

    {"account", "register", "identity/Register", "email"},
    {"account", "recover", "identity/RequestPasswordRecovery", "login"},
    {"account", "invite", "identity/InviteAccount", "person"},
    {"account", "reinvite", "identity/ResendInvitation", "name"},
    {"account", "show", "identity/GetAccount", "name"},
    {"account", "list", "identity/ListAccounts", "",
     "name login display_name state grants create_time"},
    {"account", "disable", "identity/DisableAccount", "name", "", "account show"},
    {"account", "enable", "identity/EnableAccount", "name", "", "account show"},
    {"account", "grant", "identity/GrantRole", "name grant.role [grant.scope]"},
    {"account", "revoke", "identity/RevokeRole", "name grant.role [grant.scope]"},

    {"session", "list", "identity/ListSessions", "[parent=accounts/*]",
     "name create_time expire_time peer client current"},
    {"session", "revoke", "identity/RevokeSession", "name"},

    {"programme", "create", "calls/CreateProgramme", "[programme_id]"},
    {"programme", "list", "calls/ListProgrammes", "", "name display_name kind"},

    {"call", "create", "calls/CreateCall", "[call_id]"},
    {"call", "update", "calls/UpdateCall", "call.name"},
    {"call", "delete", "calls/DeleteCall", "name", "", "call show"},
    {"call", "show", "calls/GetCall", "name"},
    {"call", "list", "calls/ListCalls", "", "name title programme year state opens_at closes_at"},
    {"call", "titles", "calls/LookUpTitles", "names=calls/*"},
    {"call", "history", "calls/ListCallHistory", "name",
     "time action state actor_name reason closes_at count"},
    {"call", "publish", "calls/PublishCall", "name", "", "call show"},
    {"call", "extend", "calls/ExtendCall", "name", "", "call show"},
    {"call", "archive", "calls/ArchiveCall", "name", "", "call show"},

    {"submission", "create", "submissions/CreateSubmission", "submission.call"},
    {"submission", "update", "submissions/UpdateSubmission", "submission.name -submission.call"},
    {"submission", "delete", "submissions/DeleteSubmission", "name", "", "submission show"},
    {"submission", "show", "submissions/GetSubmission", "name"},
    {"submission", "list", "submissions/ListSubmissions", "",
     "name receipt.number title category amount_fen leader_name unit_name state status score"},
    {"submission", "count", "submissions/CountSubmissions", "[call]", "call state status count"},
    {"submission", "titles", "submissions/LookUpTitles", "names=submissions/*"},
    {"submission", "history", "submissions/ListSubmissionHistory", "name",
     "time action status party actor_name reason refusal_reasons state"},
    {"submission", "submit", "submissions/SubmitSubmission", "name", "", "submission show"},
    {"submission", "receipt", "submissions/GetReceipt", "name"},
    {"submission", "withdraw", "submissions/WithdrawSubmission", "name", "", "submission show"},
    {"submission", "return", "submissions/ReturnSubmission", "name", "", "submission show"},
    {"submission", "endorse", "submissions/EndorseSubmission", "name", "", "submission show"},
    {"submission", "uploaded", "submissions/GetUpload", "parent upload_id"},
    {"submission", "detach", "submissions/DeleteAttachment", "name=submissions/*/attachments/*"},
    {"submission", "check", "submissions/CheckFormality", "name"},
    {"submission", "record", "submissions/RecordFormalityItem", "name item.code item.outcome"},
    {"submission", "accept", "submissions/AcceptSubmission", "name", "", "submission show"},
    {"submission", "refuse", "submissions/RefuseSubmission", "name reasons", "", "submission show"},

    {"expert", "create", "review/CreateExpert", "expert.person -expert.name"},
    {"expert", "update", "review/UpdateExpert", "expert.name -expert.person"},
    {"expert", "show", "review/GetExpert", "name"},
    {"expert", "list", "review/ListExperts", "",
     "name display_name organisation disciplines keywords reviews_max available"},
    {"expert", "import", "review/ImportExperts", "csv -invite -invite_role"},

    {"conflict", "set", "review/SetConflict", "submission expert"},
    {"conflict", "declare", "review/DeclareConflict", "name=submissions/*/reviews/*", "",
     "review show"},
    {"conflict", "remove", "review/RemoveConflict", "submission expert"},
    {"conflict", "list", "review/ListConflicts", "[call]",
     "submission expert kind reason create_time"},

    {"review", "start", "review/StartReview", "call"},
    {"review", "plan", "review/PlanAssignment", "call"},
    {"review", "assign", "review/AssignReviews", "call", "", "review plan"},
    {"review", "assign-one", "review/AssignReview", "submission expert"},
    {"review", "cancel", "review/CancelReview", "name", "", "review show"},
    {"review", "list", "review/ListReviews", "",
     "name submission_title expert_name state total recommendation due_time"},
    {"review", "show", "review/GetReview", "name"},
    {"review", "accept", "review/AcceptReview", "name"},
    {"review", "decline", "review/DeclineReview", "name", "", "review show"},
    {"review", "read", "review/ReadSubmission", "name"},
    {"review", "save", "review/UpdateReview", "review.name"},
    {"review", "submit", "review/SubmitReview", "name", "", "review show"},
    {"review", "progress", "review/GetProgress", "call"},
    {"review", "close", "review/CloseReview", "call", "", "review progress"},
    {"review", "ranking", "review/ListRanking", "call",
     "rank tied number title category mean spread reviews lowest highest amount_fen leader_name "
     "unit_name submission"},
    {"review", "comments", "review/ListComments", "submission", "text recommendation"},

    {"proposal", "create", "approval/CreateProposal", "call"},
    {"proposal", "show", "approval/GetProposal", "name"},
    {"proposal", "list", "approval/ListProposals", "call",
     "name state proposed_count proposed_fen sign_name sign_time notice create_time"},
    {"proposal", "items", "approval/ListProposalItems", "parent=calls/*/proposals/*",
     "rank proposed number title category mean spread amount_fen leader_name unit_name "
     "exception_reason submission"},
    {"proposal", "include", "approval/SetException", "name submission proposed:true"},
    {"proposal", "exclude", "approval/SetException", "name submission proposed:false"},
    {"proposal", "withdraw", "approval/WithdrawProposal", "name", "", "proposal show"},
    {"proposal", "sign", "approval/SignProposal", "name", "", "proposal show"},
    {"proposal", "approve", "approval/ApproveProposal", "name", "", "proposal show"},

    {"notice", "publish", "approval/PublishNotice", "proposal", "", "proposal show"},
    {"notice", "show", "approval/GetNotice", "name"},
    {"notice", "list", "approval/ListNotices", "",
     "name title call state publish_time end_time item_count"},

    {"objection", "file", "approval/FileObjection", "parent=notices/*"},
    {"objection", "show", "approval/GetObjection", "name"},
    {"objection", "list", "approval/ListObjections", "parent=notices/*",
     "name state submission_number real_name unit_name contact text file_time"},
    {"objection", "uphold", "approval/AnswerObjection", "name upheld:true", "", "objection show"},
    {"objection", "dismiss", "approval/AnswerObjection", "name upheld:false", "", "objection show"},

    {"award", "list", "approval/ListAwards", "[call]",
     "project_number title category leader_name unit_name amount_fen approve_time"},

    {"holiday", "set", "approval/SetSpecialDays", "year"},
    {"holiday", "list", "approval/ListSpecialDays", "year", "date kind display_name"},

    {"event", "list", "system/ListEvents", "", "id time kind subject actor detail"},
    {"server", "info", "system/GetServerInfo", ""},
    {"clock", "move", "system/MoveClock", ""},
};

struct Noun {
  std::string_view noun;
  std::string_view pattern;
};
constexpr Noun kNouns[] = {{"inbox", "messages/*"},
                           {"organisation", "organisations/*"},
                           {"person", "people/*"},
                           {"account", "accounts/*"},
                           {"session", "accounts/*/sessions/*"},
                           {"programme", "programmes/*"},
                           {"call", "calls/*"},
                           {"submission", "submissions/*"},
                           {"expert", "experts/*"},
                           {"review", "submissions/*/reviews/*"},
                           {"proposal", "calls/*/proposals/*"},
                           {"notice", "notices/*"},
                           {"objection", "notices/*/objections/*"}};

}  // namespace

std::span<const Command> Commands() { return kCommands; }

std::string_view PatternOfNoun(std::string_view noun) {
  for (const auto& [name, pattern] : kNouns) {
    if (name == noun) return pattern;
  }
  return {};
}

}  // namespace redpeak::cli
