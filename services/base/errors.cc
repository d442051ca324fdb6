#include "services/base/errors.h"

namespace redpeak {
namespace {

std::string Text(std::string_view view) { return std::string(view); }

}  // namespace

Failure FieldInvalid(std::string_view field, std::string_view rule, std::string_view limit,
                     std::string_view description) {
  return Failure({.code = Code::kInvalidArgument,
                  .reason = "FIELD_INVALID",
                  .message = Text(field) + ": " + Text(description),
                  .violations = {{Text(field), Text(rule), Text(limit), Text(description)}}});
}

Failure NotFound(std::string_view name) {
  return Failure(
      {Code::kNotFound, "NOT_FOUND", "there is no " + Text(name), {{"name", Text(name)}}});
}

Failure AlreadyExists(std::string_view name) {
  return Failure({Code::kAlreadyExists,
                  "ALREADY_EXISTS",
                  Text(name) + " exists already",
                  {{"name", Text(name)}}});
}

Failure EtagMismatch(std::string_view name) {
  return Failure({Code::kAborted,
                  "ETAG_MISMATCH",
                  Text(name) + " has changed; read it again",
                  {{"name", Text(name)}}});
}

Failure EtagRequired(std::string_view name) {
  return Failure({.code = Code::kInvalidArgument,
                  .reason = "ETAG_REQUIRED",
                  .message = "this decision needs the etag of " + Text(name) + " as it was read",
                  .metadata = {{"name", Text(name)}},
                  .violations = {{"etag", "REQUIRED", "", "send the etag of what was read"}}});
}

Failure StateWrong(std::string_view name, std::string_view state, std::string_view action) {
  return Failure({Code::kFailedPrecondition,
                  "STATE_WRONG",
                  Text(name) + " is " + Text(state) + ", so it cannot " + Text(action),
                  {{"name", Text(name)}, {"state", Text(state)}, {"action", Text(action)}}});
}

Failure RequestIdReused() {
  return Failure({Code::kInvalidArgument, "REQUEST_ID_REUSED",
                  "this request_id was used for another request; make a new one"});
}

Failure PageTokenInvalid() {
  return Failure({Code::kInvalidArgument, "PAGE_TOKEN_INVALID",
                  "page_token is not from the same list; begin again without one"});
}

Failure SignInRequired() {
  return Failure({Code::kUnauthenticated, "SIGN_IN_REQUIRED", "sign in first"});
}

Failure RoleMissing(std::string_view method) {
  return Failure({Code::kPermissionDenied,
                  "ROLE_MISSING",
                  "you have no role that may do this",
                  {{"method", Text(method)}}});
}

Failure ServerBusy() {
  return Failure(
      {Code::kResourceExhausted, "SERVER_BUSY", "the server is busy; try again shortly"});
}

Failure RateLimited() {
  return Failure({Code::kResourceExhausted, "RATE_LIMITED", "too many calls; slow down"});
}

Failure DeadlineTooShort() {
  return Failure(
      {Code::kDeadlineExceeded, "DEADLINE_TOO_SHORT", "the deadline has passed or is too near"});
}

Failure DatabaseUnavailable() {
  return Failure({Code::kUnavailable, "DATABASE_UNAVAILABLE",
                  "the database cannot be reached; nothing was written; try again"});
}

Failure OutcomeUnknown() {
  return Failure({Code::kUnavailable, "OUTCOME_UNKNOWN",
                  "the connection was lost while writing; repeat it with the same request_id"});
}

Failure PeerUnavailable(std::string_view service) {
  return Failure({Code::kUnavailable,
                  "PEER_UNAVAILABLE",
                  "a part of the system cannot be reached",
                  {{"service", Text(service)}}});
}

Failure Internal(std::string_view detail) {
  return Failure({Code::kInternal, "INTERNAL", Text(detail)});
}

}  // namespace redpeak
