#include "coopains/bond.hpp"

#include "members/card.hpp"

namespace coopains {

// By number, so that people who ask each other at the same moment wait for each other in one order.
const pg::Statement<std::string(std::vector<std::int64_t>)> ask_several{
    "coopains.ask_several",
    "select coopain_ask(m.id) from (select id from member where id = any($1) order by id) as m"};

namespace {

// The join with `member` is the right: one asks only whom one sees; others answer like people who never existed.
struct Asked {
  std::string first_name;
  std::string outcome;
};
const pg::Statement<Asked(MemberId)> ask_statement{
    "coopains.ask", "select m.first_name, coopain_ask(m.id) from member m where m.id = $1"};
const pg::Statement<std::string(MemberId)> withdraw_statement{"coopains.withdraw", "select coopain_withdraw($1)::text"};
const pg::Statement<bool(MemberId, bool)> settle_statement{"coopains.settle", "select coopain_settle($1, $2)"};
const pg::Statement<std::string(std::vector<std::int64_t>)> part_statement{"coopains.part",
                                                                           "select coopain_remove($1)::text"};

std::string path_of(gate::Visit& v) {
  return "/membres/" + v.text("member");
}

}  // namespace

http::Response ask(gate::Visit& v) {
  const auto asked = v.one(ask_statement, v.id<MemberId>("member"));
  v.ask();
  if (asked->outcome == "bound")
    return v.redirect(path_of(v), asked->first_name + " te l’avait demandé aussi : vous voilà coopains.");
  if (asked->outcome == "asked")
    return v.redirect(path_of(v),
                      "Demande envoyée. " + asked->first_name + " la trouvera dans «\u202fMes coopains\u202f».");
  return v.redirect(path_of(v));
}

http::Response withdraw(gate::Visit& v) {
  v.run(withdraw_statement, v.id<MemberId>("member"));
  v.ask();
  return v.redirect(v.field("retour") == "demandes" ? "/coopains/demandes" : path_of(v), "Demande annulée.");
}

http::Response settle(gate::Visit& v) {
  const bool accepted = v.field("reponse") == "oui";
  const auto done = v.one(settle_statement, v.id<MemberId>("member"), accepted);
  v.ask();
  if (!*done)
    return v.redirect("/coopains/demandes",
                      ui::Flash{ui::Flash::Tone::info, "Cette demande a été retirée entre-temps."});
  return v.redirect("/coopains/demandes",
                    accepted ? "Vous voilà coopains." : "Demande refusée. La personne n’en est pas avertie.");
}

http::Response part(gate::Visit& v) {
  const auto chosen = v.field_ids("member");
  if (chosen.empty())
    return v.redirect("/coopains", ui::Flash{ui::Flash::Tone::warning, "Coche d’abord les coopains à enlever."});
  v.run(part_statement, chosen);
  v.ask();
  return v.redirect("/coopains", chosen.size() == 1 ? "Enlevé de ta liste." : "Enlevés de ta liste.");
}

}  // namespace coopains
