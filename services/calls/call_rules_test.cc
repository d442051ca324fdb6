#include <gmock/gmock.h>

#include <functional>

#include "services/calls/complete_call.h"
#include "services/calls/draft_rules.h"
#include "services/calls/publish_rules.h"
#include "tests/server.h"

namespace redpeak::calls {
namespace {

using testing::At;
using v1::Call;
using Change = std::function<void(Call&)>;

const Instant kBefore = At("2022-02-01T00:00:00Z");

// "field RULE" of each violation.
std::vector<std::string> Faults(const Result<void>& outcome) {
  std::vector<std::string> faults;
  if (outcome) return faults;
  for (const auto& violation : outcome.error().violations) {
    faults.push_back(violation.field + " " + violation.rule);
  }
  return faults;
}

TEST(PublishRules, TakesTheSample) {
  EXPECT_THAT(Faults(CheckPublishable(testing::CompleteCall(), kBefore)), ::testing::IsEmpty());
}

TEST(PublishRules, TellsAllThatAnEmptyDraftLacks) {
  EXPECT_THAT(Faults(CheckPublishable(Call(), kBefore)),
              ::testing::UnorderedElementsAre(
                  "call.programme REQUIRED", "call.title REQUIRED", "call.year OUT_OF_RANGE",
                  "call.opens_at REQUIRED", "call.closes_at REQUIRED", "call.categories REQUIRED",
                  "call.criteria REQUIRED", "call.funding REQUIRED", "call.blindness REQUIRED",
                  "call.reviews_per_submission OUT_OF_RANGE", "call.notice_days OUT_OF_RANGE",
                  "call.notice_day_kind REQUIRED", "call.number_prefix MALFORMED",
                  "call.form_schema REQUIRED"));
}

TEST(PublishRules, NamesEachFault) {
  const std::pair<Change, std::string> cases[] = {
      {[](Call& c) { *c.mutable_closes_at() = c.opens_at(); }, "call.closes_at TOO_EARLY"},
      {[](Call& c) { *c.mutable_review_due() = c.closes_at(); }, "call.review_due TOO_EARLY"},
      {[](Call& c) { c.mutable_categories(1)->set_code("key"); },
       "call.categories[1].code DUPLICATE"},
      {[](Call& c) { c.mutable_categories(0)->set_code("Key"); },
       "call.categories[0].code MALFORMED"},
      {[](Call& c) { c.mutable_categories(0)->set_ceiling_fen(-1); },
       "call.categories[0].ceiling_fen OUT_OF_RANGE"},
      {[](Call& c) { c.mutable_criteria(0)->set_weight(59); }, "call.criteria WEIGHTS_NOT_100"},
      {[](Call& c) { c.mutable_criteria(0)->set_points_max(1001); },
       "call.criteria[0].points_max OUT_OF_RANGE"},
      {[](Call& c) { c.mutable_criteria(1)->set_points_min(100); },
       "call.criteria[1].points_max OUT_OF_RANGE"},
      {[](Call& c) { c.mutable_criteria(0)->mutable_anchors(1)->set_points(101); },
       "call.criteria[0].anchors[1].points OUT_OF_RANGE"},
      {[](Call& c) { c.mutable_criteria(0)->mutable_anchors(1)->set_points(60); },
       "call.criteria[0].anchors[1].points NOT_ASCENDING"},
      {[](Call& c) { c.mutable_criteria(0)->mutable_anchors(0)->clear_text(); },
       "call.criteria[0].anchors[0].text REQUIRED"},
      {[](Call& c) { c.mutable_attachment_slots(0)->clear_display_name(); },
       "call.attachment_slots[0].display_name REQUIRED"},
      {[](Call& c) { c.mutable_manual_items(0)->set_code("seal"); },
       "call.manual_items[0].code MALFORMED"},
      {[](Call& c) { c.set_funded_count(0); }, "call.funded_count OUT_OF_RANGE"},
      {[](Call& c) { c.set_budget_fen(0); }, "call.budget_fen OUT_OF_RANGE"},
      {[](Call& c) { c.set_reviews_per_submission(16); },
       "call.reviews_per_submission OUT_OF_RANGE"},
      {[](Call& c) { c.set_leader_quota(-1); }, "call.leader_quota OUT_OF_RANGE"},
      {[](Call& c) { c.set_notice_days(61); }, "call.notice_days OUT_OF_RANGE"},
      {[](Call& c) { c.set_number_prefix("cf-2022"); }, "call.number_prefix MALFORMED"},
      {[](Call& c) { c.set_form_schema("{}"); }, "call.form_schema SCHEMA_NOT_OBJECT"},
  };
  for (const auto& [change, fault] : cases) {
    auto call = testing::CompleteCall();
    change(call);
    EXPECT_THAT(Faults(CheckPublishable(call, kBefore)), ::testing::ElementsAre(fault));
  }
}

TEST(PublishRules, RefusesACallThatIsOverAlready) {
  const auto call = testing::CompleteCall();
  const auto closing = FromProto(call.closes_at());
  EXPECT_TRUE(CheckPublishable(call, closing - std::chrono::microseconds(1)));
  EXPECT_THAT(Faults(CheckPublishable(call, closing)),
              ::testing::ElementsAre("call.closes_at TOO_EARLY"));
}

TEST(DraftRules, TakesWhatIsIncomplete) {
  EXPECT_TRUE(CheckDraft(Call()));
  EXPECT_TRUE(CheckDraft(testing::CompleteCall()));
}

TEST(DraftRules, LimitsWhatIsStored) {
  const auto text = [](size_t characters) { return std::string(characters, 'x'); };
  const std::pair<Change, std::string> cases[] = {
      {[&](Call& c) { c.set_title(text(121)); }, "call.title TOO_LONG"},
      {[&](Call& c) { c.set_guideline(text(100'001)); }, "call.guideline TOO_LONG"},
      {[&](Call& c) { c.set_form_schema(text(65'537)); }, "call.form_schema TOO_LONG"},
      {[&](Call& c) { c.set_number_prefix(text(32)); }, "call.number_prefix TOO_LONG"},
      {[&](Call& c) { c.set_programme("research"); }, "call.programme MALFORMED"},
      {[&](Call& c) { c.mutable_categories(1)->set_display_name(text(121)); },
       "call.categories[1].display_name TOO_LONG"},
      {[&](Call& c) { c.mutable_criteria(0)->mutable_anchors(0)->set_text(text(501)); },
       "call.criteria[0].anchors[0].text TOO_LONG"},
      {[&](Call& c) { c.set_blindness(static_cast<Call::Blindness>(7)); },
       "call.blindness UNKNOWN"},
      {[&](Call& c) { c.mutable_closes_at()->set_seconds(INT64_MAX); },
       "call.closes_at OUT_OF_RANGE"},
      {[&](Call& c) { c.mutable_opens_at()->set_nanos(-1); }, "call.opens_at OUT_OF_RANGE"},
      {[&](Call& c) {
         for (int i = 0; i < 30; ++i) c.add_manual_items();
       },
       "call.manual_items TOO_MANY"},
      {[&](Call& c) {
         for (int i = 0; i < 30; ++i) c.mutable_criteria(0)->add_anchors();
       },
       "call.criteria[0].anchors TOO_MANY"},
  };
  for (const auto& [change, fault] : cases) {
    auto call = testing::CompleteCall();
    change(call);
    EXPECT_THAT(Faults(CheckDraft(call)), ::testing::ElementsAre(fault));
  }
}

}  // namespace
}  // namespace redpeak::calls
