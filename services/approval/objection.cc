#include "services/approval/objection.h"

#include <algorithm>
#include <utility>

#include "services/approval/transitions.h"
#include "services/base/errors.h"
#include "services/base/mail.h"
#include "services/base/text.h"
#include "services/base/violations.h"

namespace redpeak::approval {
namespace {

using v1::Objection;

constexpr size_t kNameMin = 2;
constexpr size_t kNameMax = 60;
constexpr size_t kUnitMax = 120;
constexpr size_t kTextMin = 10;
constexpr size_t kTextMax = 5000;
constexpr size_t kNumberMax = 40;
constexpr int kPhoneDigitsMin = 7;
constexpr int kPhoneDigitsMax = 15;  // by ITU-T E.164

constexpr Transition<Objection::State, ObjectionAction> kTable[] = {
    {Objection::FILED, ObjectionAction::kUphold, Objection::UPHELD},
    {Objection::FILED, ObjectionAction::kDismiss, Objection::DISMISSED},
};

bool IsDigit(char c) { return '0' <= c && c <= '9'; }

bool IsPhoneNumber(std::string_view contact) {
  if (contact.starts_with('+')) contact.remove_prefix(1);
  const auto digits = std::ranges::count_if(contact, IsDigit);
  return kPhoneDigitsMin <= digits && digits <= kPhoneDigitsMax &&
         std::ranges::all_of(contact, [](char c) {
           return IsDigit(c) || std::string_view(" -()").find(c) != std::string_view::npos;
         });
}

void CheckName(const std::string& name, Violations& violations) {
  if (!violations.Required("objection.real_name", name)) return;
  violations.Length("objection.real_name", name, kNameMax);
  if (CodePoints(name) < kNameMin || std::ranges::any_of(name, IsDigit)) {
    violations.Add("objection.real_name", "MALFORMED", "", "must be a person's full real name");
  }
}

void CheckContact(const std::string& contact, Violations& violations) {
  if (!violations.Required("objection.contact", contact)) return;
  if (IsAddress(contact) || IsPhoneNumber(contact)) return;
  violations.Add("objection.contact", "MALFORMED", "",
                 "must be a phone number or an e-mail address");
}

void CheckText(const std::string& text, Violations& violations) {
  violations.Length("objection.text", text, kTextMax);
  if (CodePoints(text) >= kTextMin) return;
  violations.Add("objection.text", "TOO_SHORT", std::to_string(kTextMin),
                 "at least " + std::to_string(kTextMin) + " characters");
}

const char* NameOf(ObjectionAction action) {
  return action == ObjectionAction::kUphold ? "UPHOLD" : "DISMISS";
}

}  // namespace

Result<Objection::State> NextState(const Objection& objection, ObjectionAction action) {
  const auto next = FindTransition(kTable, objection.state(), action);
  if (next) return *next;
  return StateWrong(objection.name(), Objection::State_Name(objection.state()), NameOf(action));
}

Result<Objection> NewObjection(const Objection& filed) {
  Objection objection;
  objection.set_state(Objection::FILED);
  objection.set_submission_number(Trim(filed.submission_number()));
  objection.set_real_name(Trim(filed.real_name()));
  objection.set_contact(Trim(filed.contact()));
  objection.set_unit_name(Trim(filed.unit_name()));
  objection.set_text(Trim(filed.text()));
  Violations violations;
  if (violations.Required("objection.submission_number", objection.submission_number())) {
    violations.Length("objection.submission_number", objection.submission_number(), kNumberMax);
  }
  CheckName(objection.real_name(), violations);
  CheckContact(objection.contact(), violations);
  violations.Length("objection.unit_name", objection.unit_name(), kUnitMax);
  CheckText(objection.text(), violations);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return objection;
}

Result<Objection> Answer(Objection objection, bool upheld, const std::string& answer) {
  const auto action = upheld ? ObjectionAction::kUphold : ObjectionAction::kDismiss;
  REDPEAK_ASSIGN_OR_RETURN(const auto state, NextState(objection, action));
  objection.set_answer(Trim(answer));
  Violations violations;
  if (violations.Required("answer", objection.answer())) {
    violations.Length("answer", objection.answer(), kTextMax);
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  objection.set_state(state);
  return objection;
}

bool IsAddress(std::string_view contact) {
  if (!IsMailAddress(contact)) return false;
  const auto domain = contact.substr(contact.find('@') + 1);
  return domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
         !domain.ends_with('.');
}

Letter AnswerLetter(const v1::Notice& notice, const Objection& objection) {
  const bool upheld = objection.state() == Objection::UPHELD;
  const auto& number = objection.submission_number();
  Letter letter;
  letter.subject = "关于异议的答复（" + number + "） / Answer to your objection (" + number + ")";
  letter.text = objection.real_name() + "，您好：\n\n您对“" + notice.title() + "”中项目 " + number +
                " 提出的异议，经核查" + (upheld ? "成立" : "不成立") + "。答复如下：\n\n" +
                objection.answer() + "\n\n----\n\nDear " + objection.real_name() +
                ",\n\nyour objection to project " + number + " in the notice \"" + notice.title() +
                "\" was examined and " + (upheld ? "upheld" : "dismissed") + ". The answer:\n\n" +
                objection.answer() + "\n";
  return letter;
}

Audiences AudiencesOf(const Caller& caller, const Objection& objection) {
  if (caller.IsStaffOf(objection.call())) return {Audience::STAFF};
  return {};
}

}  // namespace redpeak::approval
