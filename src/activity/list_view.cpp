#include "activity/list_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "ui/form.hpp"
#include "ui/icon.hpp"
#include "ui/person.hpp"
#include "ui/prose.hpp"

namespace activity {
namespace {

struct Link {
  html::Url href;
  std::string name;
};

// «A, B et 3 autres»: at most three things are named.
void write_list(html::Out& out, const std::vector<Link>& all, std::string_view one, std::string_view several) {
  const size_t named = all.size() <= 3 ? all.size() : 2;
  for (size_t i = 0; i < named; ++i)
    out(R"({}<a href="{}">{}</a>)", i == 0 ? "" : i + 1 == all.size() ? " et " : ", ", all[i].href, all[i].name);
  if (named < all.size()) out(" et {}", french::count(static_cast<long long>(all.size() - named), one, several));
}

Link person(const Person& who, const Place& place) {
  return {profile_url(who.id), who.id == place.viewer ? "toi" : who.name};
}

// Two people are named when they are all there are; of more, the first.
void write_people(html::Out& out, const Group& group, const Place& place) {
  const auto first = person(group.people.front(), place);
  out(R"(<a class="name" href="{}">{}</a>)", first.href, first.name);
  if (group.people.size() == 2) {
    const auto second = person(group.people[1], place);
    out(R"( et <a class="name" href="{}">{}</a>)", second.href, second.name);
  } else if (group.people.size() > 2) {
    out(" et <b>{}</b>", french::count(static_cast<long long>(group.people.size()) - 1, "autre", "autres"));
  }
}

std::vector<Link> about(const Group& group, std::string_view folder) {
  std::vector<Link> links;
  for (const auto& one : group.about)
    links.push_back({html::Url::local(std::string(folder) + std::to_string(one.id)), one.title});
  return links;
}

void write_bond(html::Out& out, const Group& group, const Place& place) {
  auto others = about(group, "/membres/");
  const bool mine = group.people.front().id == place.viewer;
  if (others.size() == 1) {
    const bool with_me = mine || group.about.front().id == place.viewer.number();
    if (mine) {
      out(R"(<a class="name" href="{}">{}</a> et toi êtes coopains)", others.front().href, others.front().name);
      return;
    }
    write_people(out, group, place);
    if (with_me)
      out(" et toi êtes coopains");
    else
      out(R"( et <a class="name" href="{}">{}</a> sont coopains)", others.front().href, others.front().name);
    return;
  }
  if (mine) {
    out("Tu as {} : ", french::count(static_cast<long long>(others.size()), "nouveau coopain", "nouveaux coopains"));
  } else {
    write_people(out, group, place);
    out(" est coopain avec ");
  }
  write_list(out, others, "autre", "autres");
}

// What is already said in the name is not said twice: «la section de Besançon», not «la section Section de Besançon».
std::string bare(std::string_view name, std::string_view word) {
  return std::string(name.starts_with(word) ? name.substr(word.size()) : name);
}

void write_joined(html::Out& out, const Group& group, const Place& place) {
  const bool section = group.kind == "section";
  write_people(out, group, place);
  out(" {} rejoint ", group.people.size() > 1 ? "ont" : "a");
  auto spaces = about(group, section ? "/sections/" : "/groupes/");
  if (spaces.size() == 1) {
    out("{} ", section ? "la section" : "le groupe");
    spaces.front().name = bare(spaces.front().name, section ? "Section " : "Groupe ");
  }
  write_list(out, spaces, section ? "autre section" : "autre groupe", section ? "autres sections" : "autres groupes");
}

void write_sentence(html::Out& out, const Group& group, const Place& place) {
  if (group.kind == "bond") {
    write_bond(out, group, place);
  } else if (group.kind == "group" || group.kind == "section") {
    write_joined(out, group, place);
  } else if (group.kind == "more") {
    write_people(out, group, place);
    out(R"( : <a href="{}">{}</a> sur son mur)", html::Url::local(wall_path(group.people.front().id)),
        french::count(static_cast<long long>(group.ids.size()), "autre nouvelle", "autres nouvelles"));
  } else if (group.kind == "event" || group.kind == "participation") {
    write_people(out, group, place);
    out(" {} ", group.kind == "event" ? "propose" : group.people.size() > 1 ? "participent à" : "participe à");
    write_list(out, about(group, "/evenements/"), "autre événement", "autres événements");
  } else {
    const auto author = person(group.people.front(), place);
    const bool mine = group.people.front().id == place.viewer;
    out(R"(<a class="name" href="{}">{}</a>)", author.href, mine ? "Toi" : author.name);
    if (group.wall && group.wall->id != place.wall) {
      if (group.wall->id == place.viewer)
        out(", sur ton mur");
      else
        out(R"(, sur le mur <a href="{}">{}</a>)", profile_url(group.wall->id), french::of(group.wall->name));
    }
  }
}

bool words(const Group& group) {
  return group.kind == "status" || group.kind == "wall";
}

void write_words(html::Out& out, const Group& group) {
  out(R"(<div class="said">)");
  ui::prose(out, group.body);
  if (!group.link.empty())
    out(R"(<p><a class="away" href="{}" rel="noreferrer nofollow ugc" target="_blank">{}{}</a></p>)",
        html::Url::external(group.link), ui::icon("link"), host(group.link));
  out("</div>");
}

bool may_remove(const Group& group, const Place& place) {
  if (group.kind == "more") return false;
  const bool mine = group.people.size() == 1 && group.people.front().id == place.viewer;
  if (words(group)) return mine || (group.wall && group.wall->id == place.viewer);
  return place.wall == place.viewer && mine;
}

void write_acts(html::Out& out, const Group& group, const Place& place) {
  if (may_remove(group, place)) {
    ui::form(out, {.action = html::Url::local("/activite/retirer"), .csrf = place.csrf, .css = ""}, [&] {
      for (const auto id : group.ids) ui::hidden(out, "activity", std::to_string(id.number()));
      ui::hidden(out, "retour", place.back);
      ui::submit(out, {.label = "Retirer",
                       .look = ui::Look::quiet,
                       .confirm = words(group) ? "Retirer ce message ? Il disparaît pour tout le monde."
                                               : "Retirer cela de ton mur ?"});
    });
  } else if (words(group)) {
    // Where it stands, alone at the head of its author's wall.
    std::string page = wall_path(group.wall ? group.wall->id : group.people.front().id) +
                       "?avant=" + std::to_string(group.ids.front().number() + 1);
    out(R"(<a class="soft" href="/signaler?page={}">Signaler<span class="sr"> ce message</span></a>)", page);
  }
}

}  // namespace

void write_groups(html::Out& out, std::span<const Group> groups, const Place& place) {
  out(R"(<ol class="feed">)");
  for (const auto& group : groups) {
    const auto at = std::chrono::floor<std::chrono::seconds>(group.at);
    out(R"(<li class="entry">)");
    // Of a bond of the viewer's, the other's face.
    const bool mine = group.kind == "bond" && group.people.front().id == place.viewer;
    if (mine)
      ui::face(out, {.name = group.about.front().title, .photo = images::url(group.about.front().picture)},
               ui::FaceSize::small);
    else
      ui::face(out, {.name = group.people.front().name, .photo = images::url(group.people.front().picture)},
               ui::FaceSize::small);
    out("<div><p>");
    write_sentence(out, group, place);
    out("</p>");
    if (words(group)) write_words(out, group);
    out(R"(<p class="when soft"><time datetime="{}">{}</time>)", paris::machine(at), french::ago(at, place.now));
    out("</p>");
    write_acts(out, group, place);
    out("</div></li>");
  }
  out("</ol>");
}

std::string host(std::string_view link) {
  const auto start = link.find("://");
  if (start != std::string_view::npos) link.remove_prefix(start + 3);
  link = link.substr(0, link.find_first_of("/?#"));
  if (const auto at = link.rfind('@'); at != std::string_view::npos) link.remove_prefix(at + 1);
  return std::string(link);
}

html::Url profile_url(MemberId whose) {
  return html::Url::local("/membres/" + std::to_string(whose.number()));
}

std::string wall_path(MemberId whose) {
  return "/membres/" + std::to_string(whose.number()) + "/mur";
}

}  // namespace activity
