#pragma once
// Faces and names of people.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/html.hpp"

namespace ui {

/// Someone as others see them.
struct Person {
  std::string name = {};
  html::Url href = html::Url::local("");  ///< the profile; "#" when there is none to show
  std::optional<html::Url> photo = {};
  std::string note = {};  ///< one line under the name: role, section, last access
};

enum class FaceSize { small, medium, large };

/// The photo, else initials on one of twelve colours drawn from the name. Hidden from screen readers: the name always
/// stands beside.
void face(html::Out& out, const Person& person, FaceSize size = FaceSize::medium);

/// Overlapping faces, and in words how many more: «et 2 autres». `total` counts those not given too; the text
/// alternative names them.
void faces(html::Out& out, std::span<const Person> people, int total);

/// Face, linked name, note; a list item (put it in <ul class="people">).
void person_row(html::Out& out, const Person& person);
/// The same with something at its right end, such as a button.
template <class Body>
void person_row(html::Out& out, const Person& person, Body&& actions);

/// Face and name in one line, for table cells.
void person_inline(html::Out& out, const Person& person);

/// "Anne-Cécile Roy" → "AR", "Inès" → "I".
std::string initials(std::string_view name);
/// 0…11, the same for the same name, everywhere.
int face_colour(std::string_view name);

// —

void open_person_row(html::Out& out, const Person& person);

template <class Body>
void person_row(html::Out& out, const Person& person, Body&& actions) {
  open_person_row(out, person);
  out(R"(<div class="actions">)");
  actions();
  out("</div></li>");
}

}  // namespace ui
