#include "contacts/view.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/table.hpp"

namespace contacts {

using html::Url;

namespace {

void where_to_find_it(html::Out& out) {
  ui::disclosure(out, "Où trouver ce fichier ?", false, [&] {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> ways{
        {{"iPhone", "Contacts, «\u202fListes\u202f», appuie longuement sur une liste, puis «\u202fExporter\u202f»."},
         {"Android et Google",
          "contacts.google.com, «\u202fExporter\u202f», puis «\u202fCSV Google\u202f» ou «\u202fvCard\u202f»."},
         {"Mac et iCloud", "Contacts, «\u202fTout sélectionner\u202f», puis «\u202fExporter la vCard\u202f»."},
         {"Outlook", "«\u202fGérer les contacts\u202f», puis «\u202fExporter\u202f»."},
         {"Thunderbird",
          "Carnet d’adresses, «\u202fOutils\u202f», puis «\u202fExporter\u202f», au format .csv ou .vcf."}}};
    out("<dl>");
    for (const auto& [name, way] : ways) out("<dt>{}</dt><dd>{}</dd>", name, way);
    out("</dl>");
  });
}

void box(html::Out& out, std::string_view name, std::string_view value, const ui::Person& person) {
  out(R"(<li><label><input type="checkbox" name="{}" value="{}" data-selection-target="box" data-action="selection#count">)",
      name, value);
  if (name == "member") ui::face(out, person, ui::FaceSize::small);
  out(R"(<span class="words">{})", person.name);
  if (!person.note.empty()) out("<small>{}</small>", person.note);
  out("</span></label></li>");
}

bool open(const Found& one) {
  return !one.bound && !one.asked;
}

void here_already(html::Out& out, const std::vector<Found>& found) {
  const auto known = std::ranges::count_if(found, [](const Found& one) { return !open(one); });
  ui::panel(out, "Déjà sur la coopol", [&] {
    if (found.empty()) {
      out(R"(<p>Personne que tu puisses retrouver ici pour l’instant. Certains ont peut-être choisi d’être discrets.</p>)");
      return;
    }
    if (known < std::ssize(found)) {
      out(R"(<p class="soft">Coche qui tu veux parmi tes coopains : une demande part, et la réponse leur appartient.</p><ul class="tick-list">)");
      for (const auto& one : found)
        if (open(one))
          box(out, "member", std::to_string(one.id.number()),
              {.name = one.name, .photo = images::url(one.picture), .note = one.section.value_or("")});
      out("</ul>");
    }
    if (known == 0) return;
    out(R"(<ul class="people">)");
    for (const auto& one : found)
      if (!open(one))
        ui::person_row(out, {.name = one.name,
                             .href = members::profile_url(one.id),
                             .photo = images::url(one.picture),
                             .note = one.bound ? "Vous êtes déjà coopains" : "Demande déjà envoyée"});
    out("</ul>");
  });
}

void to_invite(html::Out& out, const Result& result) {
  if (result.others.empty()) return;
  ui::panel(out, "À inviter", [&] {
    if (!result.may_invite) {
      out(R"(<p>{}. Les invitations d’amis s’ouvriront quand ta fédération accueillera les sympathisants.</p>)",
          french::count(static_cast<long long>(result.others.size()), "autre contact", "autres contacts"));
      return;
    }
    if (result.invitations_left == 0)
      out(R"(<p>Assez d’invitations attendent une réponse pour l’instant : <a href="/inviter">retires-en une</a>, ou patiente.</p>)");
    else
      out(R"(<p class="soft">Un courriel part en ton nom, avec un lien pour entrer. Tu peux en envoyer {} pour l’instant.</p>)",
          result.invitations_left);
    out(R"(<ul class="tick-list">)");
    for (const auto& one : result.others) {
      const ui::Person person{.name = one.name.empty() ? one.address : one.name,
                              .note = one.name.empty() ? std::string() : one.address};
      if (!one.invited && result.invitations_left > 0)
        box(out, "invite", one.address, person);
      else
        out(R"(<li class="plain"><span class="words">{}<small>{}{}</small></span></li>)", person.name, person.note,
            one.invited ? (person.note.empty() ? "déjà invité" : " · déjà invité") : "");
    }
    out("</ul>");
  });
}

bool can_choose(const Result& result) {
  return std::ranges::any_of(result.found, open) ||
         (result.may_invite && result.invitations_left > 0 &&
          std::ranges::any_of(result.others, [](const Other& one) { return !one.invited; }));
}

std::string lead(const Result& result) {
  const auto all = result.found.size() + result.others.size();
  auto words = french::count(static_cast<long long>(all), "contact lu", "contacts lus");
  if (result.without_address > 0)
    words += ", " + french::number(static_cast<long long>(result.without_address)) + " sans courriel";
  return words + ". Cette page est seule à les connaître : quitte-la, et il n’en reste rien.";
}

}  // namespace

void choose_page(html::Out& out, std::string_view csrf, std::string_view error) {
  ui::back_link(out, Url::local("/coopains"), "Mes coopains");
  out(R"(<div class="stack"><h1>Retrouver mes contacts</h1><p class="lead">Des gens que tu connais sont peut-être déjà là. Ton carnet d’adresses te dit qui ajouter, et qui inviter.</p>)");
  ui::panel(out, "", [&] {
    out(R"(<p>Ton fichier est lu une seule fois, le temps de te répondre, et rien n’en est gardé : ni nom, ni adresse. )"
        R"(Personne n’en est averti, sauf celles et ceux que tu choisiras ensuite.</p>)");
    ui::form(out, {.action = Url::local("/carnet-d-adresses"), .csrf = csrf, .upload = true, .whole_page = true}, [&] {
      ui::file_field(
          out,
          {.name = "file",
           .label = "Ton carnet d’adresses",
           .accept = ".vcf,.csv,text/vcard,text/csv",
           .hint = "Un fichier .vcf ou .csv, 8\u00a0Mo au plus.",
           .error = error,
           .required = true,
           .most_megabytes = 8,
           .too_heavy = "Ton fichier pèse plus de 8\u00a0Mo. Exporte tes contacts sans leurs photos, ou en .csv."});
      ui::submit(out, {.label = "Chercher", .icon = "search", .sending = "Lecture du carnet…"});
    });
    where_to_find_it(out);
  });
  out(R"(<p class="soft">On ne retrouve que les membres que tu pourrais voir dans l’annuaire, et qui le veulent bien. )"
      R"(<a href="/compte/visibilite">Et toi, qui peut te retrouver ?</a></p></div>)");
}

void result_page(html::Out& out, const Result& result, std::string_view csrf) {
  ui::back_link(out, Url::local("/carnet-d-adresses"), "Un autre carnet");
  out(R"(<h1>Mes contacts</h1><p class="lead">{}</p>)", lead(result));
  ui::selection_form(out, {.action = Url::local("/carnet-d-adresses/suite"), .csrf = csrf}, [&] {
    out(R"(<div class="stack">)");
    here_already(out, result.found);
    to_invite(out, result);
    out("</div>");
    if (can_choose(result)) ui::selection_bar(out, {}, [&] { ui::submit(out, {.label = "Envoyer", .icon = "send"}); });
  });
}

}  // namespace contacts
