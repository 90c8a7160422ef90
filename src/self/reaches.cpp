#include "self/reaches.hpp"

#include "core/text/french.hpp"
#include "members/card.hpp"
#include "self/page.hpp"
#include "ui/feedback.hpp"

namespace self {
namespace {

constexpr std::int64_t page_size = 40;

struct Reach {
  std::int64_t id;
  pg::Time at;
  std::optional<MemberId> who_id;
  std::optional<std::string> who, for_whom;  ///< for whom: whose power they used (X03)
  std::string act, detail, space;
};
const pg::Statement<Reach(std::int64_t, std::int64_t)> my_reaches{"self.reaches", "select * from my_reaches($1, $2)"};

std::string_view rank_words(std::string_view rank) {
  if (rank == "treasurer") return "trésorerie";
  if (rank == "bureau") return "membre du bureau";
  return rank == "sympathisant" ? "sympathisant·e" : "adhérent·e";
}

std::string words(const Reach& reach) {
  if (reach.act == "section.coordinates") return "a ouvert tes coordonnées";
  if (reach.act == "section.homes") return "a vu sur une carte, sans les noms, où habitent les membres de la section";
  if (reach.act == "section.entry") return "a ouvert ta fiche dans le fichier de la section";
  if (reach.act == "section.register") return "a consulté le fichier des personnes à inviter de la section";
  if (reach.act == "section.import") return "a importé un fichier de membres dans la section";
  if (reach.act == "section.report") return "a téléchargé le compte rendu d’un fichier importé";
  if (reach.act == "section.rank")
    return "a changé ton rôle dans la section\u00a0: " + std::string(rank_words(reach.detail));
  if (reach.act == "section.delegation") return "a changé ce qu’on te confie dans la section";
  if (reach.act == "section.accept") return "t’a accueilli·e dans la section";
  if (reach.act == "section.remove") return "t’a retiré·e de la section";
  if (reach.act == "federation.secretary") return "a mis fin à ton rôle de secrétaire";
  if (reach.act == "federation.help") {
    if (reach.detail == "again") return "t’a fait renvoyer ton invitation";
    if (reach.detail == "reset") return "t’a fait envoyer de quoi choisir un nouveau mot de passe";
    return "a regardé si ton compte est ouvert, pour t’aider à te connecter";
  }
  if (reach.act == "event.export")
    return "a téléchargé la liste des participants, où est ton nom\u00a0: " + reach.detail;
  if (reach.act == "federation.open") return "a ouvert la section";
  return "a consulté tes données";
}

void write(html::Out& out, const Reach& reach) {
  out(R"(<li><p>)");
  if (reach.who)
    out(R"(<a class="name" href="{}">{}</a>)", members::profile_url(*reach.who_id), *reach.who);
  else
    out(R"(<span class="name">Un membre parti</span>)");
  if (reach.for_whom) out(", pour {}, secrétaire,", *reach.for_whom);
  out(R"( {}</p><p class="soft">{})", words(reach), french::moment(std::chrono::floor<std::chrono::seconds>(reach.at)));
  if (!reach.space.empty()) out(" · {}", reach.space);
  out("</p></li>");
}

}  // namespace

http::Response show_reaches(gate::Visit& v) {
  const auto before = v.query_id("avant");
  auto rows = v.all(my_reaches, before, page_size + 1);
  v.ask();
  auto reaches = rows.take();
  ui::Pager pager;
  if (before > 0) pager.previous = html::Url::local("/compte/consultations");
  if (std::ssize(reaches) > page_size) {
    reaches.pop_back();
    pager.next = html::Url::local("/compte/consultations?avant=" + std::to_string(reaches.back().id));
  }
  return tab_page(v, Tab::reaches, "Qui a consulté mes données", [&](html::Out& out) {
    out(R"(<h2>Qui a consulté mes données</h2><p class="soft">Chaque fois qu’une personne atteint tes données par son rôle, c’est noté ici, )"
        R"(et rien ni personne ne peut l’effacer avant ton compte. Une consultation de tout le fichier est notée une fois par heure.</p>)");
    if (reaches.empty()) {
      ui::empty_state(out, {.icon = "shield-check",
                            .title = "Personne pour le moment.",
                            .text = "Dès que tes coordonnées ou ta fiche sont ouvertes, tu le lis ici."});
      return;
    }
    out(R"(<ul class="log">)");
    for (const auto& reach : reaches) write(out, reach);
    out("</ul>");
    ui::pager(out, pager);
  });
}

}  // namespace self
