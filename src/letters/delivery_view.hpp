#pragma once

#include <string>
#include <vector>

#include "letters/letter.hpp"

namespace letters {

struct SendingPage {
  const Place& place;
  const Head& head;
  const Letter& letter;
  Size size;
  std::string writer;
};
void sending_page(html::Out& out, const SendingPage& page, std::string_view csrf);

struct Bounce {
  std::string name, fault;
};
struct DeliveryPage {
  const Place& place;
  const Head& head;
  const Letter& letter;
  const std::vector<Bounce>& bounces;
};
void delivery_view(html::Out& out, const DeliveryPage& page, std::string_view csrf);

struct Line {
  LetterId id;
  std::string subject, sender, zone;
  pg::Time saved_at;
  std::optional<pg::Time> sent_at;
  std::int32_t recipients, delivered, bounced;
};
struct LettersPage {
  const Place& place;
  const Head& head;
  const std::vector<Line>& lines;
  const std::vector<SavedAudience>& saved;
};
void letters_page(html::Out& out, const LettersPage& page);

void zone_page(html::Out& out, const Place& place, const Head& head, const Size& size, const std::vector<Line>& lines,
               std::string_view csrf);

}  // namespace letters
