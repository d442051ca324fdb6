#include "services/identity/organisation.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "services/base/check_digits.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/identity/fields.h"

namespace redpeak::identity {
namespace {

constexpr std::array<std::string_view, 7> kKinds = {
    "association", "university", "institute", "hospital", "company", "society", "other"};
constexpr size_t kRegionDigits = 6;
constexpr size_t kUsccMax = 18;

bool IsDigits(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

// A code that fails its check needs a reason.
void CheckUscc(Violations& violations, const std::string& prefix,
               const v1::Organisation& organisation) {
  const auto& uscc = organisation.uscc();
  CheckOptionalLine(violations, prefix + "uscc_exception", organisation.uscc_exception(),
                    kReasonMax);
  if (!CheckOptionalLine(violations, prefix + "uscc", uscc, kUsccMax)) return;
  if (uscc.empty() || IsUscc(uscc) || !organisation.uscc_exception().empty()) return;
  violations.Add(prefix + "uscc", "CHECK_DIGIT", "GB 32100-2015",
                 "is not a unified social credit code; if it is right nevertheless, say why");
}

void CheckRecommender(Violations& violations, const std::string& field,
                      const v1::Organisation& organisation) {
  if (organisation.recommender().empty()) return;
  if (!ParseId("organisations", field, organisation.recommender())) {
    violations.Add(field, "MALFORMED", "organisations/{}", "must be a name like organisations/{}");
  } else if (organisation.recommender() == organisation.name()) {
    violations.Add(field, "SELF", "", "must be empty for one that endorses its own");
  }
}

}  // namespace

const std::vector<std::string> kOrganisationFields = {"display_name", "uscc",   "uscc_exception",
                                                      "kind",         "region", "recommender"};

void Tidy(v1::Organisation& organisation) {
  organisation.set_display_name(Trim(organisation.display_name()));
  organisation.set_uscc_exception(Trim(organisation.uscc_exception()));
  auto uscc = Trim(organisation.uscc());
  std::ranges::transform(uscc, uscc.begin(), [](unsigned char c) {
    return static_cast<char>(c < 0x80 ? std::toupper(c) : c);
  });
  organisation.set_uscc(uscc);
}

void CheckOrganisation(Violations& violations, const std::string& prefix,
                       const v1::Organisation& organisation) {
  CheckLine(violations, prefix + "display_name", organisation.display_name(), kOrganisationNameMax);
  CheckUscc(violations, prefix, organisation);
  if (std::ranges::find(kKinds, organisation.kind()) == kKinds.end()) {
    violations.Add(prefix + "kind", "UNKNOWN",
                   "association, university, institute, hospital, company, society, other",
                   "must be a kind of organisation");
  }
  if (organisation.region().size() != kRegionDigits || !IsDigits(organisation.region())) {
    violations.Add(prefix + "region", "MALFORMED", "GB/T 2260", "must be six digits by GB/T 2260");
  }
  CheckRecommender(violations, prefix + "recommender", organisation);
}

}  // namespace redpeak::identity
