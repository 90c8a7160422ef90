#include "own_data/parts.hpp"

#include <array>

#include "own_data/parts_rooms.hpp"

namespace own_data {

std::span<const Part> parts() {
  static const auto all = [] {
    std::vector<Part> together;
    for (const auto& some : {person_parts(), circle_parts(), word_parts(), event_parts()})
      together.insert(together.end(), some.begin(), some.end());
    return together;
  }();
  return all;
}

std::span<const Page> pages() {
  static constexpr std::array all{
      Page{"profil", "Mon profil", "Qui tu es ici, et ce que tu as dit de toi."},
      Page{"messages", "Mes messages", "Tes conversations, des plus anciennes aux plus récentes."},
      Page{"mur", "Mon mur", "Ce que tu as fait et écrit, et ce qu’on a écrit sur ton mur."},
      Page{"evenements", "Mes événements", "Ceux que tu as créés, ceux auxquels tu as répondu."},
      Page{"coopains", "Mes coopains", "Tes liens, et les demandes qui attendent."},
      Page{"cercles", "Ma section et mes groupes", "Où tu es, avec quel rôle, et comment tu y es entré."},
      Page{"connexion", "Ma connexion", "Ton compte et tes appareils. Aucun mot de passe, aucun code n’est ici."},
      Page{"courriels", "Mes courriels", "Ce que tu veux recevoir, et ce qui t’a été envoyé."},
      Page{"consultations", "Qui a consulté mes données",
           "Chaque fois que quelqu’un a atteint tes données par son rôle."},
  };
  return all;
}

std::span<const LeftOut> left_out() {
  static constexpr std::array all{
      LeftOut{"circle.member_id", "derived from membership, to decide what is seen"},
      LeftOut{"activity_person.member_id", "derived from activity, an index of walls"},
      LeftOut{"sign_in_step.member_id", "a sign-in under way, for ten minutes"},
      LeftOut{"archive.member_id", "the archive itself"},
      LeftOut{"letter_bounce.member_id", "that a letter did not arrive, which the list of mails says too"},
      LeftOut{"contact.recorded_by", "who wrote a contact down belongs to the contact, and goes with it"},
      LeftOut{"section_request.answered_by",
              "answers in the name of a section, which belong to whoever asked, for a month"},
      LeftOut{"delegation.given_by", "belongs to whoever holds it"},
      LeftOut{"event_series_guest.invited_by",
              "whom one invited to a series, which the invitations to its dates say too"},
      LeftOut{"office_act.for_id", "what others did in their place, which is those others' own"},
      LeftOut{"audit_entry.for_id", "the same"},
  };
  return all;
}

}  // namespace own_data
