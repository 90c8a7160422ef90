#include "own_data/page.hpp"

#include "core/crypto.hpp"
#include "core/text/french.hpp"
#include "own_data/archive_job.hpp"
#include "sections/waiting.hpp"
#include "self/page.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace own_data {
namespace {

using std::chrono::sys_seconds;

struct Archive {
  std::int64_t id;
  pg::Time asked_at;
  std::int32_t done, total;
  std::optional<pg::Time> ready_at;
  std::int64_t size;
  bool again;
};
const pg::Statement<Archive()> my_archive{"own_data.archive", R"(
  select id, asked_at, done, total, ready_at, size, asked_at <= now() - interval '1 day' from archive where member_id = (select viewer_id()))"};
const pg::Statement<bool()> ask_archive{"own_data.ask_archive", "select ask_archive()"};
struct Portion {
  std::int64_t archive;
  std::int32_t position;
  pg::Bytes content;
};
const pg::Statement<Portion()> portions{"own_data.portions", R"(
  select c.archive_id, c.position, c.content from archive a join archive_chunk c on c.archive_id = a.id
   where a.member_id = (select viewer_id()) and a.ready_at is not null order by c.position)"};

constexpr auto kept = std::chrono::days(7);

sys_seconds seconds(pg::Time at) {
  return std::chrono::floor<std::chrono::seconds>(at);
}

void under_way(html::Out& out, const Archive& archive) {
  const bool late = std::chrono::system_clock::now() - archive.asked_at > std::chrono::hours(1);
  sections::waiting(out, false, [&] {
    ui::progress(out, {.id = "archive",
                       .label = "Ton archive se prépare",
                       .done = archive.done,
                       .total = archive.total,
                       .detail = late ? "Cela prend plus de temps que prévu. Nous continuons."
                                      : "Tu peux fermer cette page : un courriel te préviendra."});
  });
}

void ready(html::Out& out, const Archive& archive) {
  out("<p>Ton archive est prête depuis le {}. Elle reste là jusqu’au <strong>{}</strong>, puis elle est effacée.</p>",
      french::moment(seconds(*archive.ready_at)), french::long_day(paris::day(seconds(*archive.ready_at + kept))));
  out(R"(<p><a class="btn main" href="{}" data-turbo="false" download>{}Télécharger ({})</a></p>)",
      html::Url::local("/compte/mes-donnees/archive.zip"), ui::icon("download"), french::file_size(archive.size));
  out(R"(<p class="soft">C’est un fichier ZIP. Une fois ouvert, commence par « index.html ». Garde-le à l’abri : il dit tes opinions, et les mots de personnes qui t’ont écrit.</p>)");
}

void take_along(html::Out& out, const std::optional<Archive>& archive, std::string_view csrf) {
  ui::panel(out, "Récupérer mes données", [&] {
    out(R"(<p>Tout ce que la coopol garde de toi, dans un seul fichier : ton profil, tes messages, ton mur, tes événements, ta photo, qui a consulté tes données… )"
        R"(À lire dans ton navigateur, même sans réseau, et à reprendre ailleurs (JSON).</p>)");
    if (archive && archive->ready_at) ready(out, *archive);
    if (archive && !archive->ready_at) under_way(out, *archive);
    if (!archive || archive->again)
      ui::post_button(out, html::Url::local("/compte/mes-donnees/archive"), csrf,
                      {.label = archive ? "En préparer une nouvelle" : "Préparer mon archive",
                       .look = archive ? ui::Look::plain : ui::Look::main,
                       .icon = "download"});
    else if (archive->ready_at)
      out(R"(<p class="soft">Tu pourras en demander une autre à partir du {}.</p>)",
          french::moment(seconds(archive->asked_at + std::chrono::days(1))));
  });
}

void go_away(html::Out& out) {
  ui::panel(out, "Supprimer mon compte", [&] {
    out(R"(<p>Tu peux partir quand tu veux. On t’explique d’abord ce qui est effacé et ce qui reste, et tu as le temps de changer d’avis.</p>)");
    ui::link_button(out, html::Url::local("/compte/supprimer"),
                    {.label = "Voir ce que cela fait", .look = ui::Look::plain});
  });
}

}  // namespace

http::Response show(gate::Visit& v) {
  const auto archive = v.maybe(my_archive);
  v.ask();
  auto page = self::tab_page(v, self::Tab::own_data, "Récupérer, supprimer", [&](html::Out& out) {
    take_along(out, *archive, v.csrf());
    go_away(out);
  });
  if (*archive && !(*archive)->ready_at) sections::come_back_soon(page);
  return page;
}

http::Response ask(gate::Visit& v) {
  const auto asked = v.one(ask_archive);
  v.ask();
  if (!*asked)
    return v.redirect(path, ui::Flash{ui::Flash::Tone::info, "Une archive par jour : la dernière est encore fraîche."});
  return v.redirect(path, "C’est parti. Un courriel te préviendra quand ton archive sera prête.");
}

http::Response download(gate::Visit& v) {
  v.no_frame();
  auto sealed = v.all(portions);
  v.ask();
  http::Response response;
  for (auto& portion : sealed.take()) {
    const auto open = crypto::unseal(v.services.settings.secret, portion_purpose(portion.archive, portion.position),
                                     portion.content.octets);
    if (!open) throw http::Error(410, "Cette archive ne s’ouvre plus. Demandes-en une autre.");
    response.body += *open;
    portion.content = {};
  }
  if (response.body.empty())
    return v.redirect(path,
                      ui::Flash{ui::Flash::Tone::info,
                                "Cette archive n’est pas là : pas encore prête, ou effacée au bout d’une semaine."});
  const auto today = paris::date_value(
      paris::day(seconds(std::chrono::time_point_cast<pg::Time::duration>(std::chrono::system_clock::now()))));
  response.headers.set("content-type", "application/zip");
  response.headers.set("content-disposition", "attachment; filename=\"mes-donnees-" + today + ".zip\"");
  response.headers.set("cache-control", "no-store");
  return response;
}

}  // namespace own_data
