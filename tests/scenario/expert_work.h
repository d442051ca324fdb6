#pragma once

#include <mutex>
#include <string>

#include "redpeak/review/v1/review.pb.h"
#include "tests/scenario/play.h"

// What experts do with the reviews that they are asked for.
namespace redpeak::scenario {

enum class Answer { kReview, kDecline, kDeclareConflict };

// One review as the officer lists it, and what its expert will do.
struct Task {
  redpeak::review::v1::Review review{};
  const Application* application = nullptr;
  std::string expert{};  // id of the person
  Answer answer = Answer::kReview;
};

// All reviews of the call that wait for an answer, in an order that does not depend on the server's
// ids.
std::vector<Task> ListTasks(Play& play);

// The submission that a review is of.
std::string SubmissionOf(const redpeak::review::v1::Review& review);

// Signs the expert in, and sees that the expert finds exactly these tasks.
void Begin(Play& play, const std::string& expert, const std::vector<Task>& tasks);

// Declines it, declares a conflict, or reads the submission blind, scores it and sends the review.
void Work(Play& play, const Task& task);

}  // namespace redpeak::scenario
