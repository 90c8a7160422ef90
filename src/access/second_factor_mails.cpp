#include "access/second_factor.hpp"
#include "core/json.hpp"
#include "core/mail/letter.hpp"

namespace accounts {
namespace {

struct News {
  std::string_view what, subject, words;
};
constexpr News all_news[] = {
    {"app added", "Ta connexion passe par une application",
     "Une application d’authentification vient d’être ajoutée à ton compte."},
    {"app removed", "Ta connexion ne passe plus par ton application",
     "L’application d’authentification de ton compte vient d’être retirée."},
    {"passkey added", "Une clé d’accès a été ajoutée", "Une clé d’accès vient d’être ajoutée à ton compte."},
    {"passkey removed", "Une clé d’accès a été retirée", "Une clé d’accès vient d’être retirée de ton compte."},
    {"codes renewed", "Tes codes de secours sont faits",
     "Dix codes de secours viennent d’être faits pour ton compte. S’il y en avait d’autres, ils ne servent plus."},
    {"code used", "Un code de secours a servi",
     "Quelqu’un, sans doute toi, vient de se connecter à ton compte avec un code de secours."},
    {"removed by team", "L’équipe a retiré ta seconde étape",
     "Comme tu l’as demandé à l’équipe, ton compte s’ouvre de nouveau avec le mot de passe seul."},
    {"failed", "Quelqu’un connaît ton mot de passe",
     "Quelqu’un a donné ton mot de passe, puis n’a pas passé la seconde étape. Ton compte est resté fermé."},
};

std::optional<mail::Message> compose(pg::Connection&, const mail::Row& row, const Settings& settings) {
  const auto what = json::Object(row.detail).text("what").value_or("");
  for (const auto& news : all_news) {
    if (news.what != what) continue;
    return mail::letter(
        news.subject,
        {.title = "Bonjour " + row.first_name,
         .parts = {mail::Words{std::string(news.words) + "\n\nSi c’est toi, tu n’as rien à faire."},
                   mail::Words{"Si ce n’est pas toi, change tout de suite de mot de passe, regarde tes appareils "
                               "connectés, et préviens l’équipe."},
                   mail::Buttons{{{"Voir mon compte", mail::link(settings, "/compte")},
                                  {"Contacter l’équipe", mail::link(settings, "/contact")}}}},
         .why = "Tu reçois ce courriel parce qu’il touche à la sécurité de ton compte."},
        settings);
  }
  return std::nullopt;
}

}  // namespace

std::vector<mail::Kind> second_factor_mails() {
  return {{.name = "access.second_factor", .compose = compose}};
}

}  // namespace accounts
