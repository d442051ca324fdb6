#pragma once

#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"

// What stands in a call for projects beside the folder's numbers. Labels are in Chinese, as
// applicants of the association read them.
namespace redpeak::scenario {

// The name of a category or a criterion that the folder gives by its code; the code where it is
// unknown.
std::string LabelOf(const std::string& code);

// What the points of a criterion from 0 to 100 mean.
std::vector<redpeak::calls::v1::Criterion::Anchor> Anchors();

// The form of an application as JSON Schema, and one that is filled in by it. `leader` goes into a
// part that experts must not see.
std::string FormSchema();
std::string FilledForm(const std::string& leader);

// The texts of such a form that experts may see.
const std::vector<std::string>& AnonymousTexts();

// The guideline, in Markdown.
std::string Guideline(int year);

}  // namespace redpeak::scenario
