#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <grpcpp/impl/service_type.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "services/base/call.h"
#include "services/base/ids.h"
#include "services/base/metrics.h"
#include "services/base/rate_limiter.h"
#include "services/base/sessions.h"
#include "services/base/status.h"
#include "services/base/workers.h"

namespace redpeak {

// What the RPCs of a service stand on. All of it outlives the service.
struct RpcEnv {
  Workers& workers;
  Pool& pool;
  const Clock& clock;
  IdSource& ids;
  Sessions& sessions;
  Metrics& metrics;
  RateLimiter& account_rate;  // by account
  RateLimiter& address_rate;  // by address, of callers without an account
  std::string peer_key;       // what other services prove themselves with
};

// An upload under way: its parts come one after another, each in a unit of work of its own.
template <typename Part, typename Response>
class Upload {
 public:
  virtual ~Upload() = default;
  virtual Result<void> Take(Call& call, const Part& part) = 0;
  virtual Result<Response> Finish(Call& call) = 0;
};

// A download under way.
template <typename Piece>
class Download {
 public:
  virtual ~Download() = default;
  // Fills the next piece in. False: there is none.
  virtual Result<bool> Next(Call& call, Piece& piece) = 0;
};

namespace rpc_internal {

using google::protobuf::Message;

// A method with the types of its messages erased.
struct UnaryMethod {
  std::unique_ptr<Message> (*new_request)();
  std::unique_ptr<Message> (*new_response)();
  std::function<Result<void>(Call&, const Message& request, Message& response)> handle;
};
struct AnyUpload {
  virtual ~AnyUpload() = default;
  virtual Result<void> Take(Call& call, const Message& part) = 0;
  virtual Result<void> Finish(Call& call, Message& response) = 0;
};
struct UploadMethod {
  std::unique_ptr<Message> (*new_request)();
  std::unique_ptr<Message> (*new_response)();
  std::function<std::unique_ptr<AnyUpload>()> start;
};
struct AnyDownload {
  virtual ~AnyDownload() = default;
  virtual Result<bool> Next(Call& call, Message& piece) = 0;
};
struct DownloadMethod {
  std::unique_ptr<Message> (*new_request)();
  std::unique_ptr<Message> (*new_response)();
  std::function<std::unique_ptr<AnyDownload>(const Message& request)> start;
};

template <typename M>
std::unique_ptr<Message> New() {
  return std::make_unique<M>();
}

struct Method;

}  // namespace rpc_internal

// A gRPC service whose methods are a table of handlers. For each call it finds the caller, checks
// the method's declared access, queues on the workers, opens the unit of work, runs the handler,
// keeps the answer by request_id, hides what the caller may not see, maps failures to
// google.rpc.Status, counts, times and logs. Handlers know nothing of gRPC.
class RpcService : public grpc::Service {
 public:
  // `full_name` such as "redpeak.review.v1.ReviewService"; its descriptor must be linked in.
  RpcService(const std::string& full_name, RpcEnv env);
  ~RpcService() override;

  template <typename Request, typename Response>
  void On(const std::string& method,
          std::function<Result<Response>(Call&, const Request&)> handler) {
    AddUnary(method,
             {&rpc_internal::New<Request>, &rpc_internal::New<Response>,
              [handler = std::move(handler)](Call& call, const google::protobuf::Message& request,
                                             google::protobuf::Message& response) -> Result<void> {
                auto result = handler(call, static_cast<const Request&>(request));
                if (!result) return tl::unexpected(std::move(result).error());
                static_cast<Response&>(response).Swap(&*result);
                return {};
              }});
  }

  template <typename Part, typename Response>
  void OnUpload(const std::string& method,
                std::function<std::unique_ptr<Upload<Part, Response>>()> start);

  template <typename Request, typename Piece>
  void OnDownload(const std::string& method,
                  std::function<std::unique_ptr<Download<Piece>>(const Request&)> start);

  // Throws std::logic_error for a method without a handler, or with one of other types.
  void CheckComplete() const;

  const std::string& full_name() const { return descriptor_.full_name(); }

 private:
  rpc_internal::Method& AddMethod(const std::string& name,
                                  const google::protobuf::Descriptor& request,
                                  const google::protobuf::Descriptor& response);
  void AddUnary(const std::string& method, rpc_internal::UnaryMethod unary);
  void AddUpload(const std::string& method, rpc_internal::UploadMethod upload);
  void AddDownload(const std::string& method, rpc_internal::DownloadMethod download);

  const google::protobuf::ServiceDescriptor& descriptor_;
  RpcEnv env_;
  std::vector<std::unique_ptr<rpc_internal::Method>> methods_;
};

// An RpcService whose handlers are free functions that take what they depend on: peers, settings,
// caches.
template <typename Deps>
class ServiceOf final : public RpcService {
 public:
  ServiceOf(const std::string& full_name, RpcEnv env, Deps deps)
      : RpcService(full_name, std::move(env)), deps_(std::move(deps)) {}

  template <typename Request, typename Response>
  ServiceOf& Add(const std::string& method,
                 Result<Response> (*handler)(Deps&, Call&, const Request&)) {
    On<Request, Response>(method, [this, handler](Call& call, const Request& request) {
      return handler(deps_, call, request);
    });
    return *this;
  }
  Deps& deps() { return deps_; }

 private:
  Deps deps_;
};

template <typename Part, typename Response>
void RpcService::OnUpload(const std::string& method,
                          std::function<std::unique_ptr<Upload<Part, Response>>()> start) {
  struct Erased final : rpc_internal::AnyUpload {
    std::unique_ptr<Upload<Part, Response>> upload;
    Result<void> Take(Call& call, const google::protobuf::Message& part) override {
      return upload->Take(call, static_cast<const Part&>(part));
    }
    Result<void> Finish(Call& call, google::protobuf::Message& response) override {
      auto result = upload->Finish(call);
      if (!result) return tl::unexpected(std::move(result).error());
      static_cast<Response&>(response).Swap(&*result);
      return {};
    }
  };
  AddUpload(method,
            {&rpc_internal::New<Part>, &rpc_internal::New<Response>, [start = std::move(start)] {
               auto erased = std::make_unique<Erased>();
               erased->upload = start();
               return erased;
             }});
}

template <typename Request, typename Piece>
void RpcService::OnDownload(const std::string& method,
                            std::function<std::unique_ptr<Download<Piece>>(const Request&)> start) {
  struct Erased final : rpc_internal::AnyDownload {
    std::unique_ptr<Download<Piece>> download;
    Result<bool> Next(Call& call, google::protobuf::Message& piece) override {
      return download->Next(call, static_cast<Piece&>(piece));
    }
  };
  AddDownload(method, {&rpc_internal::New<Request>, &rpc_internal::New<Piece>,
                       [start = std::move(start)](const google::protobuf::Message& request) {
                         auto erased = std::make_unique<Erased>();
                         erased->download = start(static_cast<const Request&>(request));
                         return erased;
                       }});
}

}  // namespace redpeak
