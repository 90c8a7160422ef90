#include "letters/audience.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace letters {
namespace {

struct Known {
  std::string_view word, label, hint;
};
constexpr std::array known{
    Known{"tous", "Tous les membres", ""},
    Known{"adherents", "Les adhérents", ""},
    Known{"sympathisants", "Les sympathisants", ""},
    Known{"bureau", "Le bureau", "Secrétaires, trésorerie, membres du bureau."},
    Known{"actifs", "Celles et ceux qui sont venus ce mois-ci", "Sur La Coopol, depuis trente jours."},
    Known{"absents", "Celles et ceux qu’on n’a pas vus depuis trois mois", ""},
    Known{"contacts", "Les contacts", "Les personnes extérieures à La Coopol."},
    Known{"sans-compte", "Les membres du fichier qui n’ont pas encore ouvert leur compte",
          "Chaque courriel leur dit d’où vient leur adresse, et comment ne plus en recevoir."}};
constexpr std::array numbered{std::string_view("liste"), std::string_view("zone"), std::string_view("membre"),
                              std::string_view("contact")};
constexpr size_t most_digits = 18;

bool means_somebody(std::string_view word) {
  if (std::ranges::find(known, word, &Known::word) != known.end()) return true;
  const auto dash = word.find('-');
  if (dash == word.npos || std::ranges::find(numbered, word.substr(0, dash)) == numbered.end()) return false;
  const auto digits = word.substr(dash + 1);
  return !digits.empty() && digits.size() <= most_digits &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

void box(html::Out& out, const AudienceFields& fields, const Group& group, std::string_view label,
         std::string_view hint = {}) {
  const bool one = group.word.starts_with("membre-") || group.word.starts_with("contact-");
  const auto words = one ? std::string(label) : std::string(label) + " (" + french::number(group.many) + ")";
  ui::checkbox(out, {.name = "a",
                     .label = words,
                     .value = group.word,
                     .checked = std::ranges::find(fields.chosen, group.word) != fields.chosen.end(),
                     .hint = hint,
                     .id = "a-" + group.word});
}

template <class Wanted>
void boxes(html::Out& out, const AudienceFields& fields, std::string_view legend, Wanted wanted) {
  if (std::ranges::none_of(fields.groups, wanted)) return;
  ui::fieldset(out, legend, [&] {
    out(R"(<div class="boxes">)");
    for (const auto& group : fields.groups)
      if (wanted(group)) box(out, fields, group, group.name);
    out("</div>");
  });
}

}  // namespace

const pg::Statement<Group(SpaceId, Audience, std::optional<LetterId>)> groups_of{"letters.groups", R"(
  select word, name, many from audience_groups($1, coalesce((select l.audience from section_letter l where l.id = $3), $2))
   order by split_part(word, '-', 1), name)"};
const pg::Statement<Size(SpaceId, std::optional<sections::ListId>, Audience, std::optional<LetterId>)> size_of{
    "letters.size", R"(
  select many, refused from audience_size($1, $2, coalesce((select l.audience from section_letter l where l.id = $4), $3)))"};
const pg::Statement<SavedAudience(SpaceId)> saved_audiences{"letters.saved_audiences", R"(
  select a.id, a.name, a.audience, s.many, s.refused from section_audience a, lateral audience_size(a.section_id, null, a.audience) s
   where a.section_id = $1 order by a.name limit 50)"};

Audience read_audience(const std::vector<std::string_view>& typed) {
  Audience words;
  for (const auto word : typed)
    if (means_somebody(word) && words.size() < most_words && std::ranges::find(words, word) == words.end())
      words.emplace_back(word);
  return words;
}

std::string size_words(const Size& size) {
  auto words = size.many == 0 ? std::string("Personne pour le moment.")
                              : french::count(size.many, "personne recevra", "personnes recevront") + " ce courriel.";
  if (size.refused > 0)
    words += ' ' + french::count(size.refused, "ne veut plus de courriers de la section.",
                                 "ne veulent plus de courriers de la section.");
  return words;
}

void audience_fields(html::Out& out, const AudienceFields& fields) {
  const auto count = sections::section_url(fields.section, "/gestion/courriers/compte");
  out(R"(<div class="stack" data-controller="audience" data-audience-url-value="{}" data-action="change->audience#count">)",
      count);
  ui::fieldset(out, "À qui ?", [&] {
    out(R"(<div class="boxes">)");
    for (const auto& one : known) {
      const auto group = std::ranges::find(fields.groups, one.word, &Group::word);
      if (group != fields.groups.end() && group->many > 0) box(out, fields, *group, one.label, one.hint);
    }
    out("</div>");
  });
  boxes(out, fields, "Listes", [](const Group& g) { return g.word.starts_with("liste-"); });
  boxes(out, fields, "Zones", [](const Group& g) { return g.word.starts_with("zone-"); });
  boxes(out, fields, "Cochés un par un",
        [](const Group& g) { return g.word.starts_with("membre-") || g.word.starts_with("contact-"); });
  out(R"(<p class="lead" id="audience-size" role="status" data-audience-target="size">{}</p>)",
      size_words(fields.size));
  if (!fields.error.empty()) out(R"(<p class="error" id="a-error">{}</p>)", fields.error);
  out("</div>");
}

}  // namespace letters
