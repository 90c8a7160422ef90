#include "self/photo.hpp"

#include "images/field.hpp"
#include "self/data.hpp"

namespace self {
namespace {

const pg::Statement<void(pg::Bytes, std::string, std::int32_t, std::int32_t)> set_picture{
    "self.set_picture", "select set_my_picture($1, $2, $3, $4)"};
const pg::Statement<void()> remove_picture{"self.remove_picture", "select remove_my_picture()"};

}  // namespace

http::Response save_photo(gate::Visit& v) {
  v.ask();  // a photo is read for those alone who may enter
  const auto choice = images::choice(v, photo_field);
  ui::Errors errors;
  if (!choice.error.empty())
    errors.add(std::string(photo_field), choice.error);
  else if (!choice.picture && !choice.removed)
    errors.add(std::string(photo_field), "Choisis une photo.");
  if (!errors.empty()) return data_again(v, Block::photo, errors, [](Data&) {});

  if (const auto& made = choice.picture)
    v.run(set_picture, pg::Bytes{made->content}, pictures::media_type, made->width, made->height);
  else
    v.run(remove_picture);
  v.ask();
  return saved(v, Block::photo,
               choice.picture ? "Te voilà : ta photo se voit partout où est ton nom." : "Ta photo est enlevée.");
}

}  // namespace self
