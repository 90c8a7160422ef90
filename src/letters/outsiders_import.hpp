#pragma once
// A file of contacts: all of its good lines at once or none, the others told one by one, and the whole of it taken back
// by one button.

#include "gate/visit.hpp"

namespace letters {

http::Response choose_contacts_file(gate::Visit& v);
http::Response import_contacts(gate::Visit& v);
http::Response undo_import(gate::Visit& v);

}  // namespace letters
