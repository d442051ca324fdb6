#pragma once

#include "tests/world.h"

// For the tests of this folder.
namespace redpeak::testing {

// The sample, with one of everything that a call may have besides.
inline calls::v1::Call CompleteCall() {
  auto call = World::SampleCall();
  call.set_funded_count(219);
  auto& criterion = *call.mutable_criteria(0);
  criterion.set_points_max(100);
  criterion.clear_anchors();
  for (const auto& [points, text] : {std::pair{60, "一般"}, std::pair{100, "优秀"}}) {
    criterion.add_anchors()->set_points(points);
    criterion.mutable_anchors()->rbegin()->set_text(text);
  }
  auto& slot = *call.add_attachment_slots();
  slot.set_code("application");
  slot.set_display_name("申报书");
  auto& item = *call.add_manual_items();
  item.set_code("SEAL_MISSING");
  item.set_display_name("缺少公章");
  return call;
}

}  // namespace redpeak::testing
