#include "images/picture.hpp"

#include "core/crypto.hpp"

namespace images {
namespace {

struct Row {
  pg::Bytes content, digest;
  std::string media_type;
};
const pg::Statement<Row(PictureId)> find_picture{"images.picture",
                                                 "select content, digest, media_type from picture where id = $1"};

}  // namespace

html::Url url(PictureId picture) {
  return html::Url::local("/images/" + std::to_string(picture.number()));
}

http::Response show_picture(gate::Visit& v) {
  v.no_frame();
  const auto row = v.one(find_picture, v.id<PictureId>("picture"));
  v.ask();
  http::Response response;
  response.headers.set("content-type", row->media_type);
  response.headers.set("cache-control", "private, max-age=31536000, immutable");
  response.headers.set("etag", '"' + crypto::base64url(row->digest.octets) + '"');
  if (v.request.headers.get("if-none-match") == response.headers.get("etag"))
    response.status = 304;
  else
    response.body = row->content.octets;
  return response;
}

}  // namespace images
