#pragma once
// One contact: added, corrected. Where the address comes from is always said.

#include "letters/outsiders.hpp"
#include "ui/form.hpp"

namespace letters {

inline constexpr size_t longest_name = 80, longest_organisation = 120, longest_origin = 200;  // characters

http::Response new_contact(gate::Visit& v);
http::Response create_contact(gate::Visit& v);
http::Response edit_contact(gate::Visit& v);
http::Response save_contact(gate::Visit& v);

/// Where the address comes from, and when its owner agreed: asked of one contact as of a whole file.
struct Consent {
  std::string origin, date;
};
Consent typed_consent(const gate::Visit& v, ui::Errors& errors);
std::optional<pg::Date> day_of(const Consent& consent);
void consent_fields(html::Out& out, const Consent& consent, const ui::Errors& errors);

struct Outcome {
  std::int64_t place;
  std::string outcome;  ///< new, known, refused
};
using Texts = std::vector<std::string>;
extern const pg::Statement<Outcome(SpaceId, Texts, Texts, Texts, Texts, Texts, std::string, std::optional<pg::Date>,
                                   std::optional<std::string>)>
    take_contacts;

}  // namespace letters
