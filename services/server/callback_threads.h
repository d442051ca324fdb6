#pragma once

namespace redpeak::server {

// Keeps gRPC's callback threads until the process ends. They are shared by all servers and
// channels, and end with the last of these; were that one let go in a callback, by the last owner
// of a call under way, they would wait for themselves.
void KeepCallbackThreads();

}  // namespace redpeak::server
