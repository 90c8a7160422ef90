#include <array>
#include <vector>

#include "ui/event_card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/gallery.hpp"
#include "ui/locator.hpp"
#include "ui/navigation.hpp"

namespace gallery {

using html::Url;

paris::Instant at(int day, int hour, int minute) {
  using namespace std::chrono;
  return sys_days(year_month_day(year(2025), November, std::chrono::day(static_cast<unsigned>(day)))) +
         hours(hour - 1) + minutes(minute);
}

ui::Person person(std::string name, std::string note) {
  return {.name = std::move(name), .href = Url::local("/membres/12"), .photo = std::nullopt, .note = std::move(note)};
}

namespace {
const ui::Theme theme;

ui::Frame make_member_frame() {
  ui::Frame frame{
      .theme = &theme, .remote = ui::Remote{}, .csrf = "jeton", .flashes = {}, .live_topics = "", .live = false};
  frame.remote->me = person("Inès Carrel");
  frame.remote->section = Url::local("/sections/12");
  frame.remote->unread_messages = 3;
  frame.remote->coopain_requests = 1;
  frame.remote->invitations = 1;
  frame.remote->next_dates = {{at(27, 18), "Réunion de section", Url::local("/evenements/1")},
                              {at(29, 10), "Porte-à-porte aux Tilleuls", Url::local("/evenements/2")}};
  return frame;
}

const std::array filters = {ui::Tab{"Tous", Url::local("/"), true}, ui::Tab{"Ma section", Url::local("/?de=section")},
                            ui::Tab{"Parti", Url::local("/?de=parti")},
                            ui::Tab{"Mes groupes", Url::local("/?de=groupes")}};

ui::EventCard card(int id, ui::Kind kind, std::string title, paris::Instant start, std::string place,
                   std::string author, ui::Gauge gauge, ui::Answer given = ui::Answer::none) {
  const auto number = std::to_string(id);
  gauge.id = "gauge-" + number;
  ui::EventCard event;
  event.id = "event-" + number;
  event.href = Url::local("/evenements/" + number);
  event.kind = kind;
  event.title = std::move(title);
  event.when = {.start = start, .end = start + std::chrono::hours(2)};
  event.place = std::move(place);
  event.author = std::move(author);
  event.gauge = gauge;
  event.answers = ui::Answers{"answers-" + number, Url::local("/evenements/" + number + "/reponse"), "jeton", given};
  return event;
}

void section_aside(html::Out& out) {
  ui::head(out, {.title = "Ma section"});
  ui::panel(out, "", [&] {
    out(R"(<p><a class="name" href="/sections/12">Section Besançon-Nord</a></p>)");
    ui::stats(out,
              std::array{ui::Stat{"28", "membres"}, ui::Stat{"412", "portes frappées"}, ui::Stat{"6", "missions"}});
  });
  ui::head(out, {.title = "Ils veulent devenir tes coopains"});
  out(R"(<ul class="people">)");
  ui::person_row(out, person("Paul Régnier", "Besançon-Sud"), [&] {
    ui::post_button(out, Url::local("/coopains/7/accepter"), "jeton", {.label = "Accepter", .look = ui::Look::plain});
  });
  out("</ul>");
}
}  // namespace

const ui::Frame& member_frame() {
  static const ui::Frame frame = make_member_frame();
  return frame;
}

const ui::Frame& visitor_frame() {
  static const ui::Frame frame{
      .theme = &theme, .remote = std::nullopt, .csrf = "jeton", .flashes = {}, .live_topics = "", .live = false};
  return frame;
}

void home(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Accueil", .here = ui::Key::home}, [&] {
    out(R"(<h1 class="sr">Accueil</h1>)");
    ui::columns(
        out,
        [&] {
          out("<section>");
          ui::head(out,
                   {.title = "Les événements de mon réseau", .href = Url::local("/evenements"), .link = "Voir tout"});
          ui::pills(out, "Filtrer les événements", filters);
          ui::event_card(out, card(2, ui::Kind::door_to_door, "Les Tilleuls, bâtiments A à F", at(29, 10),
                                   "12 rue des Tilleuls, 25000 Besançon", "Malik Oudin",
                                   {.id = {}, .coming = 7, .maybe = 2, .goal = 12}));
          auto market =
              card(3, ui::Kind::leafleting, "Marché des Chaprais", at(30, 9, 30), "Place de la Liberté, 25000 Besançon",
                   "Rose Amiel", {.id = {}, .coming = 3}, ui::Answer::yes);
          market.faces = {person("Rose Amiel"), person("Théo Vasseur"), person("Jeanne Brun")};
          ui::event_card(out, market);
          ui::event_card(out, card(4, ui::Kind::demonstration,
                                   "Pour l’hôpital public : rassemblement régional devant la préfecture", at(30, 14),
                                   "Place du Huit-Septembre, 25000 Besançon", "Fédération du Doubs",
                                   {.id = {}, .coming = 186, .maybe = 41, .goal = 300}, ui::Answer::maybe));
          out("</section>");
        },
        [&] { section_aside(out); });
  });
}

void home_empty(html::Out& out) {
  ui::Frame frame = member_frame();
  frame.remote->next_dates.clear();
  frame.remote->unread_messages = frame.remote->coopain_requests = frame.remote->invitations = 0;
  frame.flashes = {{ui::Flash::Tone::good, "Bienvenue, Inès ! Ton compte est prêt."},
                   {ui::Flash::Tone::bad, "Ta photo n’a pas pu être lue. Choisis une image png, gif ou jpg."}};
  ui::page(out, frame, {.title = "Accueil", .here = ui::Key::home}, [&] {
    out(R"(<h1 class="sr">Accueil</h1>)");
    ui::columns(
        out,
        [&] {
          ui::head(out, {.title = "Les événements de mon réseau"});
          ui::pills(out, "Filtrer les événements", filters);
          ui::empty_state(
              out,
              {.icon = "calendar-days",
               .title = "Rien n’attend ta réponse",
               .text =
                   "Quand ta section ou tes coopains préparent quelque chose, tu le vois ici. Et si tu commençais ?",
               .href = Url::local("/evenements/nouveau"),
               .link = "Proposer un événement"});
        },
        [&] {
          ui::panel(out, "Pour bien commencer", [&] {
            out(R"(<ul class="people">)");
            ui::person_row(out, person("Complète ton profil", "une photo, ta ville, ce qui t’intéresse"));
            out("</ul>");
          });
        });
  });
}

void event(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Les Tilleuls, bâtiments A à F", .here = ui::Key::agenda}, [&] {
    ui::event_head(out, {.kind = ui::Kind::door_to_door,
                         .title = "Les Tilleuls, bâtiments A à F",
                         .when = {.start = at(29, 10), .end = at(29, 12, 30)},
                         .author = person("Malik Oudin"),
                         .place = "12 rue des Tilleuls, 25000 Besançon",
                         .space = "section Besançon-Nord",
                         .circle = "visible par la section Besançon-Nord"});
    ui::columns(
        out,
        [&] {
          out("<section>");
          ui::gauge(out, {.id = "gauge-2",
                          .unit = ui::Unit::door,
                          .coming = 7,
                          .maybe = 2,
                          .goal = 12,
                          .unanswered = 14,
                          .large = true});
          out("</section>");
          ui::answers(out, {"answers-2", Url::local("/evenements/2/reponse"), "jeton", ui::Answer::yes});
          out(R"(<div class="prose"><p>On frappe par deux, avec quelqu’un qui l’a déjà fait. Rendez-vous devant la boulangerie à 9 h 50 pour les )"
              R"(consignes et un café.</p><p>L’immeuble vote peu : on vient d’abord écouter.</p></div>)");
          out("<section>");
          ui::head(out, {.title = "Qui vient"});
          ui::faces(out,
                    std::array{person("Malik Oudin"), person("Rose Amiel"), person("Théo Vasseur"),
                               person("Jeanne Brun"), person("Inès Carrel")},
                    7);
          out("</section><section>");
          ui::head(out, {.title = "Commentaires"});
          ui::comment(out,
                      {"comment-1", person("Jeanne Brun"), at(28, 17),
                       "J’apporte les plans d’étage et des gants pour tout le monde."},
                      at(28, 18));
          ui::comment(
              out, {"comment-2", person("Théo Vasseur"), at(28, 10), "Je viens à vélo.\nQui peut prendre les tracts ?"},
              at(28, 18));
          ui::form(out, {.action = Url::local("/evenements/2/commentaires"), .csrf = "jeton"}, [&] {
            ui::textarea(out, {.name = "text", .label = "Ton commentaire", .rows = 2});
            ui::submit(out, {.label = "Commenter", .look = ui::Look::plain, .icon = "send"});
          });
          out("</section>");
        },
        [&] {
          ui::where(out, {.address = "12 rue des Tilleuls",
                          .complement = "devant la boulangerie",
                          .postcode = "25000",
                          .city = "Besançon",
                          .map_point = "47.2378,6.0241"});
          const std::array towns = {ui::Town{"Besançon", 47.2378, 6.0241, 117912},
                                    ui::Town{"Montbéliard", 47.5167, 6.8, 25395},
                                    ui::Town{"Pontarlier", 46.9035, 6.3552, 17413},
                                    ui::Town{"Dole", 47.0917, 5.4917, 23373},
                                    ui::Town{"Vesoul", 47.6222, 6.1553, 14886},
                                    ui::Town{"Baume-les-Dames", 47.3526, 6.3613, 5183},
                                    ui::Town{"Gray", 47.4453, 5.5897, 5500},
                                    ui::Town{"Ornans", 47.1081, 6.1444, 4333},
                                    ui::Town{"Saint-Vit", 47.1817, 5.8131, 4900},
                                    ui::Town{"Valdahon", 47.1494, 6.3458, 5500},
                                    ui::Town{"Pouilley-les-Vignes", 47.2586, 5.9353, 1900},
                                    ui::Town{"Thise", 47.2842, 6.0817, 3200}};
          ui::locator(
              out,
              {.label = "Besançon et les villes voisines", .latitude = 47.2495, .longitude = 6.0412, .towns = towns});
          ui::link_button(
              out, Url::local("/evenements/2.ics"),
              {.label = "Ajouter à mon agenda", .look = ui::Look::plain, .icon = "calendar-plus", .wide = true});
          ui::panel(out, "Tu organises", [&] {
            out(R"(<div class="buttons column">)");
            ui::link_button(out, Url::local("/evenements/2/invites"),
                            {.label = "Ajouter des invités", .look = ui::Look::plain, .icon = "user-plus"});
            ui::link_button(out, Url::local("/evenements/2/relance"),
                            {.label = "Relancer les 14 sans réponse", .look = ui::Look::plain, .icon = "bell-ring"});
            ui::link_button(out, Url::local("/evenements/2/modifier"),
                            {.label = "Modifier", .look = ui::Look::plain, .icon = "pencil"});
            ui::post_button(out, Url::local("/evenements/2/annuler"), "jeton",
                            {.label = "Annuler l’événement",
                             .look = ui::Look::danger,
                             .confirm = "Annuler ce porte-à-porte et prévenir les 9 personnes attendues ?",
                             .wide = true});
            out("</div>");
          });
        });
  });
}

void event_large(html::Out& out) {
  ui::page(out, member_frame(), {.title = "Pour l’hôpital public", .here = ui::Key::agenda}, [&] {
    ui::back_link(out, Url::local("/agenda"), "Mon agenda");
    ui::event_head(out, {.kind = ui::Kind::demonstration,
                         .title = "Pour l’hôpital public : grand rassemblement interrégional devant la préfecture et "
                                  "marche jusqu’au centre hospitalier universitaire",
                         .when = {.start = at(29, 14), .end = at(30, 1)},
                         .author = person("Marie-Bernadette Vandenbroucke-de Montalembert"),
                         .space = "fédération du Territoire-de-Belfort",
                         .cancelled = true});
    ui::columns(
        out,
        [&] {
          ui::notice(out, ui::Flash::Tone::warning,
                     "Cet événement est annulé. Les personnes attendues ont été prévenues.");
          ui::gauge(out, {.id = "gauge-4",
                          .unit = ui::Unit::flag,
                          .coming = 1286,
                          .maybe = 341,
                          .goal = 3000,
                          .unanswered = 12045,
                          .large = true});
          ui::faces(out, std::array{person("Marie-Bernadette Vandenbroucke-de Montalembert"), person("Li Na")}, 1286);
        },
        [&] {
          ui::where(out, {.address = "8 bis avenue du Général-de-Gaulle, esplanade François-Mitterrand",
                          .postcode = "90000",
                          .city = "Belfort"});
        });
  });
}

void live(html::Out& out) {
  ui::Frame frame = member_frame();
  frame.live = true;
  ui::page(out, frame, {.title = "En direct", .live_topics = "evenement-12"}, [&] { out("<h1>En direct</h1>"); });
}

}  // namespace gallery
