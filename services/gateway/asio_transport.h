#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <string>

#include "services/gateway/transport.h"

namespace boost::asio::ssl {
class context;
}

namespace redpeak::gateway {

using Socket = boost::asio::ip::tcp::socket;

std::unique_ptr<Transport> PlainTransport(Socket socket);
std::unique_ptr<Transport> TlsTransport(Socket socket, boost::asio::ssl::context& context);

// Reads both PEM files. Throws std::exception naming what is wrong with them.
std::shared_ptr<boost::asio::ssl::context> MakeTlsContext(const std::string& certificate_file,
                                                          const std::string& key_file);

}  // namespace redpeak::gateway
