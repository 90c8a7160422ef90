#include "notifications/devices.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/crypto.hpp"
#include "core/text/french.hpp"
#include "core/web_push/endpoint.hpp"
#include "core/web_push/p256.hpp"
#include "core/web_push/vapid.hpp"
#include "ui/assets.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace notifications {

using html::Url;

namespace {

constexpr const char* page = "/compte/notifications";
constexpr size_t auth_size = 16;

const pg::Statement<void(pg::Bytes, std::string, pg::Bytes, pg::Bytes, pg::Bytes)> keep_device{
    "notifications.keep_device", "select keep_push_device($1, $2, $3, $4, $5)"};
const pg::Statement<void(DeviceId)> forget_device{"notifications.forget_device",
                                                  "delete from push_device where id = $1 and member_id = viewer_id()"};

// Asked for only here and by a press of the button; the script says what this browser can do.
void offer(html::Out& out, const Settings& settings, std::string_view csrf) {
  out(R"(<div data-controller="push" data-push-key-value="{}">)",
      crypto::base64url(web_push::Vapid(settings).public_key()));
  ui::form(out, {.action = Url::local("/compte/notifications/appareils"), .csrf = csrf, .css = ""}, [&] {
    for (const char* name : {"endpoint", "p256dh", "auth"}) ui::hidden(out, name, "");
    out(R"(<button type="button" class="btn main" hidden data-push-target="button" data-action="push#ask">{} Recevoir sur ce téléphone</button>)",
        ui::icon("bell-ring"));
  });
  out(R"(<p class="soft" hidden data-push-target="unable">Ce navigateur ne sait pas recevoir ces annonces. Essaie avec un autre, à jour.</p>)"
      R"(<p class="soft" hidden data-push-target="install">Sur iPhone et iPad, ajoute d’abord {} à ton écran d’accueil (bouton « Partager », puis « Sur l’écran d’accueil »), ouvre-la de là et reviens ici.</p>)"
      R"(<p class="soft" hidden data-push-target="denied">Les notifications de ce site sont bloquées sur cet appareil. Autorise-les dans les réglages du navigateur, puis reviens ici.</p>)"
      R"(<p role="alert" hidden data-push-target="problem">Ça n’a pas marché. Vérifie ta connexion et réessaie.</p>)"
      R"(<noscript><p class="soft">Pour recevoir des annonces ici, il faut un navigateur où JavaScript est permis.</p></noscript></div>)",
      settings.site_name);
}

}  // namespace

const pg::Statement<Device(pg::Bytes)> my_devices{"notifications.my_devices", R"(
  select d.id, s.device, d.since, s.token_hash = $1 from push_device d join session s on s.id = d.session_id
   where d.member_id = (select viewer_id()) order by d.id)"};

void devices_panel(html::Out& out, const std::vector<Device>& devices, const Settings& settings,
                   std::string_view csrf) {
  ui::panel(out, "Sur ton téléphone", [&] {
    out(R"(<p class="soft">L’écran dit seulement « Tu as du nouveau » : ni nom, ni contenu. Ton téléphone ou ton ordinateur y ajoute le nom du site.</p>)");
    if (!devices.empty()) {
      out(R"(<ul class="devices">)");
      for (const auto& device : devices) {
        out(R"(<li><div><b>{}</b> <span class="soft">{}depuis le {}</span></div><div {}>)", device.name,
            device.here ? "cet appareil, " : "", french::moment(std::chrono::floor<std::chrono::seconds>(device.since)),
            html::Attribute("data-controller", device.here ? std::optional("push") : std::nullopt));
        out(R"(<div {}>)",
            html::Attribute("data-action", device.here ? std::optional("submit->push#forget") : std::nullopt));
        ui::post_button(
            out, Url::local("/compte/notifications/appareils/" + std::to_string(device.id.number()) + "/retirer"), csrf,
            {.label = "Ne plus recevoir", .look = ui::Look::quiet});
        out("</div></div></li>");
      }
      out("</ul>");
    }
    if (std::ranges::none_of(devices, &Device::here)) offer(out, settings, csrf);
  });
}

http::Response add_device(gate::Visit& v) {
  const auto& settings = v.services.settings;
  const auto endpoint = web_push::read_endpoint(v.field("endpoint"), settings);
  const auto p256dh = crypto::from_base64url(v.field("p256dh")), auth = crypto::from_base64url(v.field("auth"));
  if (!endpoint || !p256dh || !p256::valid_public_key(*p256dh) || !auth || auth->size() != auth_size)
    return v.redirect(page, ui::Flash{ui::Flash::Tone::bad, "Nous ne savons pas joindre ce navigateur."});
  v.run(keep_device, pg::Bytes{v.session_hash()}, endpoint->url, pg::Bytes{*p256dh}, pg::Bytes{*auth},
        pg::Bytes{web_push::Vapid(settings).public_key()});
  v.ask();
  return v.redirect(page, "C’est fait : cet appareil te dira quand tu as du nouveau.");
}

http::Response remove_device(gate::Visit& v) {
  v.run(forget_device, v.id<DeviceId>("device"));
  v.ask();
  return v.redirect(page, "C’est noté : plus d’annonces sur cet appareil.");
}

// At the root, since a worker answers for the folder that it stands in; always under one name, where browsers look for
// a newer one.
http::Response worker(gate::Visit& v) {
  std::ifstream file(v.services.settings.static_folder / ui::asset("push_worker.js"), std::ios::binary);
  if (!file) throw http::Error(404);
  auto response = http::Response::text({std::istreambuf_iterator(file), {}});
  response.headers.set("content-type", "text/javascript; charset=utf-8");
  return response;
}

}  // namespace notifications
