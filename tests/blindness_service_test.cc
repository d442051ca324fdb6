// Every RPC as a reviewer: whatever it answers, it names no applicant, unit, team member or
// account.
#include <gmock/gmock.h>
#include <google/protobuf/message.h>

#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "services/base/access.h"
#include "tests/generic_call.h"
#include "tests/world.h"

namespace redpeak::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using review::v1::ReviewService;

// What a curious reviewer could put into a field of this name.
std::vector<std::string> Guesses(const std::string& field, const review::v1::Review& review,
                                 const std::string& submission, const std::string& call) {
  if (field == "call") return {call};
  if (field == "submission") return {submission};
  if (field == "parent") return {submission, "notices/1"};
  if (field == "expert") return {review.expert()};
  if (field == "person") return {"people/r0"};
  if (field == "query") return {"", "课题"};
  if (field != "name") return {};
  return {review.name(), submission,          call,         review.expert(),
          "people/r0",   "organisations/ur0", "accounts/r0"};
}

// Requests of a method with one text field after the other filled in.
std::vector<std::string> Requests(const MethodDescriptor& method, const review::v1::Review& review,
                                  const std::string& submission, const std::string& call) {
  std::vector<std::string> requests = {""};
  auto* factory = google::protobuf::MessageFactory::generated_factory();
  const auto* prototype = factory->GetPrototype(method.input_type());
  for (int i = 0; i < method.input_type()->field_count(); ++i) {
    const auto* field = method.input_type()->field(i);
    if (field->type() != FieldDescriptor::TYPE_STRING || field->is_repeated()) continue;
    for (const auto& guess : Guesses(field->name(), review, submission, call)) {
      const std::unique_ptr<Message> request(prototype->New());
      request->GetReflection()->SetString(request.get(), field, guess);
      requests.push_back(request->SerializeAsString());
    }
  }
  return requests;
}

class BlindnessTest : public ::testing::Test {
 protected:
  BlindnessTest() : world_(server_) {
    call_ = world_.PublishCall("blind").name();
    submissions_ = world_.InReview(call_);
  }

  // The first review of expert 0, accepted.
  review::v1::Review FirstReview() {
    review::v1::ListReviewsRequest list;
    list.set_call(call_);
    for (int i = 0; i < World::kExperts; ++i) {
      const auto mine =
          world_.Must<ReviewService>(world_.expert(i), &ReviewService::Stub::ListReviews, list);
      if (mine.reviews().empty()) continue;
      token_ = world_.expert(i);
      review::v1::AcceptReviewRequest accept;
      accept.set_name(mine.reviews(0).name());
      return world_.Must<ReviewService>(token_, &ReviewService::Stub::AcceptReview, accept);
    }
    throw std::runtime_error("nobody has a review");
  }

  // What the reviewer has put into the request tells nothing when it comes back.
  void ExpectNoLeak(const MethodDescriptor& method, const std::string& request,
                    const std::string& bytes) {
    for (const auto& word : world_.identifying()) {
      if (bytes.find(word) == std::string::npos || request.find(word) != std::string::npos)
        continue;
      ADD_FAILURE() << method.full_name() << " tells a reviewer " << word;
    }
  }

  TestServer server_;
  World world_;
  std::string call_;
  std::vector<std::string> submissions_;
  std::string token_;
};

TEST_F(BlindnessTest, HoldsForEveryMethodThatAReviewerMayCall) {
  const auto review = FirstReview();
  int answered = 0;
  for (const auto* method : AllMethods()) {
    if (method->name() == "SignOut") continue;
    // The directory of institutions is everybody's, and says nothing of who applied.
    if (method->name() == "GetOrganisation" || method->name() == "ListOrganisations") continue;
    for (const auto& submission : submissions_) {
      for (const auto& request : Requests(*method, review, submission, call_)) {
        const auto answer = CallBytes(*server_.channel(), *method, token_, request);
        if (answer) ++answered;
        ExpectNoLeak(*method, request, answer ? *answer : answer.error().message);
      }
    }
  }
  EXPECT_GT(answered, 20);  // or the walk saw nothing
}

TEST_F(BlindnessTest, LetsTheReviewerReadWhatIsToBeReviewed) {
  const auto review = FirstReview();
  review::v1::ReadSubmissionRequest read;
  read.set_name(review.name());
  const auto submission =
      world_.Must<ReviewService>(token_, &ReviewService::Stub::ReadSubmission, read);
  EXPECT_THAT(submission.title(), ::testing::StartsWith("课题"));
  EXPECT_THAT(submission.form(), ::testing::HasSubstr("意义重大"));
  EXPECT_THAT(submission.form(), ::testing::Not(::testing::HasSubstr("foundation")));
  EXPECT_EQ(submission.leader(), "");
}

TEST_F(BlindnessTest, HidesOtherExpertsReviews) {
  const auto review = FirstReview();
  review::v1::GetReviewRequest get;
  get.set_name(review.name());
  for (int i = 0; i < World::kExperts; ++i) {
    if (world_.expert(i) == token_) continue;
    const auto other =
        server_.Ask<ReviewService>(world_.expert(i), &ReviewService::Stub::GetReview, get);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, Code::kNotFound);
  }
}

}  // namespace
}  // namespace redpeak::testing
