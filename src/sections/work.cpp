#include "sections/work.hpp"

#include "sections/invitation_mail.hpp"

namespace sections {

std::vector<mail::Kind> mails() {
  return {{.name = invitation_mail, .compose = compose_invitation}};
}

}  // namespace sections
