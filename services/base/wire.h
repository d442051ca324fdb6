#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include "services/base/status.h"

namespace redpeak {

// Turns an Error into gRPC's status, with google.rpc ErrorInfo and BadRequest in its details. An
// internal one keeps its text.
grpc::Status ToGrpc(const Error& error);

// The Error that a status from ToGrpc came from; another server's or gRPC's own status becomes one
// with an empty reason.
Error FromGrpc(const grpc::Status& status);

// INVALID_ARGUMENT FIELD_INVALID, naming the field whose text is not UTF-8 if that is what is
// wrong. Texts are normalised to NFC on the way in.
Result<void> Decode(const grpc::ByteBuffer& bytes, google::protobuf::Message& message);

grpc::ByteBuffer Encode(const google::protobuf::Message& message);

// Normalises every text in the message to NFC.
void Normalise(google::protobuf::Message& message);

}  // namespace redpeak
