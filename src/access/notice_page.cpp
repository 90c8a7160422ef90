#include "access/notice_page.hpp"

#include "ui/form.hpp"

namespace accounts {

http::Response notice_page(gate::Visit& v, const Notice& notice, int status) {
  return v.visitor_page(
      {.title = notice.title},
      [&](html::Out& out) {
        out(R"(<div class="panel stack"><h1>{}</h1><p>{}</p>)", notice.title, notice.text);
        ui::link_button(out, notice.href, {.label = notice.link});
        out("</div>");
      },
      status);
}

http::Response dead_link(gate::Visit& v) {
  return notice_page(
      v,
      {.title = "Ce lien ne fonctionne pas",
       .text = "Il est incomplet, trop ancien, ou il a déjà servi. Si tu l’as copié, vérifie qu’il n’en manque "
               "pas un bout ; sinon, demande-en un nouveau à la personne qui te l’a envoyé."},
      404);
}

}  // namespace accounts
