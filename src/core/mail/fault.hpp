#pragma once
// Why a mail did not arrive, in French. The words of the relay stay in mail.last_error; mail_fault() (60_jobs.sql)
// makes one of a few codes of them, which rooms keep.

#include <string_view>

namespace mail {

/// «La boîte est pleine.» A code that is not known says what «other» does.
std::string_view fault_words(std::string_view code);

}  // namespace mail
