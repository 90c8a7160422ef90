#include "core/pg/statement.hpp"

namespace pg {
namespace {
std::vector<const AnyStatement*>& registry() {
  static std::vector<const AnyStatement*> statements;
  return statements;
}
}  // namespace

AnyStatement::AnyStatement(const char* name, const char* sql) : name_(name), sql_(sql), index_(registry().size()) {
  registry().push_back(this);
}

const std::vector<const AnyStatement*>& AnyStatement::all() {
  return registry();
}

}  // namespace pg
