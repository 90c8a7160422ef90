#include "contacts/routes.hpp"

#include "contacts/book.hpp"
#include "contacts/page.hpp"

namespace contacts {

std::vector<gate::Route> routes() {
  const auto member = gate::who::member();
  auto upload = gate::post("/carnet-d-adresses", member, search, gate::few);
  upload.body_bytes = max_file_bytes + 65536;  // what the form adds to the file
  return {gate::get("/carnet-d-adresses", member, show), upload,
          gate::post("/carnet-d-adresses/suite", member, follow, gate::few)};
}

}  // namespace contacts
