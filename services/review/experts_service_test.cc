// The pool of experts, and what each RPC refuses.
#include "tests/review_fixture.h"

namespace redpeak::review {
namespace {

class ExpertsService : public ReviewFixture {
 protected:
  static v1::CreateExpertRequest NewExpert(const std::string& person) {
    v1::CreateExpertRequest request;
    request.mutable_expert()->set_person(person);
    request.mutable_expert()->add_disciplines("210");
    request.mutable_expert()->set_reviews_max(5);
    return request;
  }
  static v1::UpdateExpertRequest Change(const std::string& name, const std::string& path) {
    v1::UpdateExpertRequest request;
    request.mutable_expert()->set_name(name);
    request.mutable_expert()->set_reviews_max(7);
    request.mutable_expert()->add_disciplines("320");
    request.mutable_update_mask()->add_paths(path);
    return request;
  }
  std::string Import(const std::string& csv) {
    identity::v1::ImportRequest request;
    request.set_csv("person,disciplines,max_reviews,available\n" + csv);
    return Refusal(world_.officer(), &Stub::ImportExperts, request);
  }
};

TEST_F(ExpertsService, AreTakenInChangedAndListed) {
  const auto made = Must(world_.officer(), &Stub::CreateExpert, NewExpert("people/e0"));
  EXPECT_EQ(made.name(), "experts/e0");
  EXPECT_EQ(made.display_name(), "专家王0");
  EXPECT_EQ(made.organisation(), "organisations/ue0");
  auto change = Change("experts/e0", "reviews_max");
  change.mutable_expert()->set_etag(made.etag());
  const auto changed = Must(world_.expert(0), &Stub::UpdateExpert, change);
  EXPECT_EQ(changed.reviews_max(), 7);
  EXPECT_EQ(changed.disciplines(0), "210");
  EXPECT_EQ(Refusal(world_.expert(0), &Stub::UpdateExpert, change), "ETAG_MISMATCH");
  const auto read =
      Must(world_.auditor(), &Stub::GetExpert, Of<v1::GetExpertRequest>("experts/e0"));
  EXPECT_EQ(read.SerializeAsString(), changed.SerializeAsString());
  v1::ListExpertsRequest list;
  list.set_query("王0");
  EXPECT_EQ(Must(world_.officer(), &Stub::ListExperts, list).experts_size(), 1);
  list.set_available_only(true);
  EXPECT_EQ(Must(world_.officer(), &Stub::ListExperts, list).experts_size(), 0);
}

TEST_F(ExpertsService, RefuseWhatIsWrong) {
  Must(world_.officer(), &Stub::CreateExpert, NewExpert("people/e0"));
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CreateExpert, NewExpert("people/e0")),
            "ALREADY_EXISTS");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CreateExpert, NewExpert("people/nobody")),
            "FIELD_INVALID expert.person UNKNOWN");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CreateExpert, NewExpert("")),
            "FIELD_INVALID expert.person REQUIRED");
  auto wrong = NewExpert("people/e1");
  wrong.mutable_expert()->set_disciplines(0, "数学");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CreateExpert, wrong),
            "FIELD_INVALID expert.disciplines MALFORMED");
  EXPECT_EQ(Refusal(world_.expert(0), &Stub::UpdateExpert, Change("experts/e0", "disciplines")),
            "FIELD_INVALID update_mask UNKNOWN");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::UpdateExpert, Change("experts/e0", "person")),
            "FIELD_INVALID update_mask UNKNOWN");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::UpdateExpert, Change("experts/e7", "keywords")),
            "NOT_FOUND");
  v1::ListExpertsRequest list;
  list.set_page_size(-1);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::ListExperts, list),
            "FIELD_INVALID page_size OUT_OF_RANGE");
}

TEST_F(ExpertsService, AreNotEachOthersToSee) {
  Must(world_.officer(), &Stub::CreateExpert, NewExpert("people/e0"));
  const auto get = Of<v1::GetExpertRequest>("experts/e0");
  EXPECT_EQ(Refusal(world_.expert(0), &Stub::GetExpert, get), "");
  EXPECT_EQ(Refusal(world_.expert(1), &Stub::GetExpert, get), "NOT_FOUND");
  EXPECT_EQ(Refusal(world_.expert(1), &Stub::UpdateExpert, Change("experts/e0", "keywords")),
            "NOT_FOUND");
}

TEST_F(ExpertsService, AreImportedAllOrNone) {
  EXPECT_EQ(Import("e0,210,5,yes\nnobody,210,5,yes\n"), "FIELD_INVALID rows[3].person UNKNOWN");
  EXPECT_EQ(Import("e0,210,5,yes\ne1,21,5,yes\n"), "FIELD_INVALID rows[3].disciplines MALFORMED");
  EXPECT_EQ(Must(world_.officer(), &Stub::ListExperts, {}).experts_size(), 0);
  identity::v1::ImportRequest check;
  check.set_csv("person,disciplines,max_reviews,available\ne0,210,5,yes\n");
  check.set_validate_only(true);
  EXPECT_EQ(Must(world_.officer(), &Stub::ImportExperts, check).imported(), 1);
  EXPECT_EQ(Must(world_.officer(), &Stub::ListExperts, {}).experts_size(), 0);
  EXPECT_EQ(Import("e0,210,5,yes\ne1,320,5,no\n"), "");
  EXPECT_EQ(Import("e0,210;320,6,no\n"), "");
  const auto e0 = Must(world_.officer(), &Stub::GetExpert, Of<v1::GetExpertRequest>("experts/e0"));
  EXPECT_EQ(e0.disciplines_size(), 2);
  EXPECT_EQ(e0.reviews_max(), 6);
  EXPECT_FALSE(e0.available());
}

TEST_F(ExpertsService, PagesFollowOnEachOther) {
  EXPECT_EQ(Import("e0,210,5,yes\ne1,320,5,yes\ne2,320,5,yes\n"), "");
  v1::ListExpertsRequest list;
  list.set_page_size(2);
  const auto first = Must(world_.officer(), &Stub::ListExperts, list);
  EXPECT_EQ(first.experts_size(), 2);
  list.set_page_token(first.next_page_token());
  const auto second = Must(world_.officer(), &Stub::ListExperts, list);
  ASSERT_EQ(second.experts_size(), 1);
  EXPECT_EQ(second.experts(0).name(), "experts/e2");
  EXPECT_EQ(second.next_page_token(), "");
}

}  // namespace
}  // namespace redpeak::review
