#include "access/arrival.hpp"
#include "ui/navigation.hpp"

namespace accounts {
namespace {

struct Section {
  SpaceId id;
  std::string name;
  bool configured;
};
const pg::Statement<Section()> my_section{"access.my_section", R"(
  select s.id, s.name, s.activated_at is not null from member m join space s on s.id = m.section_id where m.id = (select viewer_id()))"};

struct Step {
  ui::Icon icon;
  std::string_view title, text;
  html::Url href;
};

void write(html::Out& out, const Step& step) {
  out(R"(<li>{}<div><a href="{}">{}</a><p>{}</p></div></li>)", ui::icon(step.icon), step.href, step.title, step.text);
}

html::Url of_section(const Section& section, std::string_view rest = {}) {
  return html::Url::local("/sections/" + std::to_string(section.id.number()) + std::string(rest));
}

}  // namespace

// The next steps (A04): profile, coopains, section; a secretary whose section was never configured begins there (S03).
http::Response welcome(gate::Visit& v) {
  const auto found = v.maybe(my_section);
  v.ask();
  const auto& section = *found;
  return v.page({.title = "Bienvenue"}, [&](html::Out& out) {
    out(R"(<div class="stack"><h1>Bienvenue sur la coopol, {}</h1><p class="lead">Tu y es. Pour bien commencer :</p><ol class="next-steps">)",
        v.viewer().first_name);
    if (section && v.viewer().is_secretary && !section->configured)
      write(out, {"settings", "Configurer ma section",
                  "Un nom, une adresse, le bureau : c’est ce que tout le monde en verra.",
                  of_section(*section, "/gestion/configuration")});
    write(out, {"user-round", "Vérifier mon compte",
                "Ton nom tel que les autres le voient, ton mot de passe, tes appareils.", html::Url::local("/compte")});
    write(out, {"users", "Retrouver mes coopains", "Les camarades que tu connais sont peut-être déjà là. Ajoute-les.",
                html::Url::local("/membres")});
    if (section)
      write(out, {"house", "Découvrir ma section", section->name, of_section(*section)});
    else
      write(out, {"map-pin", "Trouver ma section", "Cherche-la parmi les fédérations, et écris à ses secrétaires.",
                  html::Url::local("/parti")});
    out("</ol></div>");
  });
}

}  // namespace accounts
