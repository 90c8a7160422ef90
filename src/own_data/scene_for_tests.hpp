#pragma once
// Somebody who did everything one can do here, with words of their own in every table that keeps some. Their name,
// address and numbers stand in all of them.

#include <cctype>
#include <regex>
#include <string>

#include "testing/scene.hpp"

namespace own_data {

struct Somebody {
  MemberId id, other;  ///< whom the other one sees, wrote to, answers
  SpaceId section;
  std::string first, last, email;
};

/// Of nobody else, without the zeros and small numbers that the octets of an outline or a picture are full of.
inline std::string own_phone(MemberId id) {
  return "6" + std::to_string(47'382'915 + id.number());
}

inline std::string filled(std::string sql, const Somebody& who) {
  const std::string phone = own_phone(who.id);
  for (const auto& [hole, value] : {std::pair<std::string, std::string>{"@ME", std::to_string(who.id.number())},
                                    {"@OTHER", std::to_string(who.other.number())},
                                    {"@SECTION", std::to_string(who.section.number())},
                                    {"@FIRST", who.first},
                                    {"@LAST", who.last},
                                    {"@EMAIL", who.email},
                                    {"@PHONE", phone}})
    for (size_t at = 0; (at = sql.find(hole, at)) != std::string::npos; at += value.size())
      sql.replace(at, hole.size(), value);
  return sql;
}

/// Makes a word of the scene one that nobody else has: «motstatut» becomes «motstatutx12z».
inline std::string own_word(const std::string& word, MemberId id) {
  return word + 'x' + std::to_string(id.number()) + 'z';
}

// A word that begins with «mot» stands in each table of theirs.
inline constexpr const char* everything = R"(
  set search_path = coopol, public;
  select set_config('coopol.member_id', '', false);
  update account set email = '@EMAIL', password_hash = 'empreinte' where member_id = @ME;
  update member set city = 'Motville', recruited_by = @OTHER where id = @ME;
  insert into member_contact (member_id, phone, mobile, address, complement, postcode, sex, birth_date) values (@ME, '+33@PHONE', '+33@PHONE', '12 impasse @LAST', 'motcomplement', '25000', 'f', '1970-02-03');
  insert into member_profile (member_id, profession, hobbies, website, birthday) values (@ME, 'motprofession', 'motloisirs', 'https://motsite.exemple.test', '02-03');
  insert into member_interest values (@ME, 'culture');
  insert into member_activity values (@ME, 'mandate', 1, 'maire', 'motmandat');
  with face as (insert into picture (content, media_type, width, height) values (convert_to('une photo de @FIRST @LAST', 'UTF8'), 'image/webp', 1, 1) returning id)
    update member set picture_id = face.id from face where member.id = @ME;
  insert into charter_acceptance select @ME, max(id) from charter;
  insert into session (token_hash, member_id, device, expires_at) values (sha256('@EMAIL'), @ME, 'motappareil', now() + interval '1 day');
  insert into push_device (member_id, session_id, endpoint, p256dh, auth, server_key)
    select @ME, id, 'https://motpush.exemple.test/@ME', decode(repeat('41', 65), 'hex'), decode(repeat('42', 16), 'hex'), decode(repeat('43', 65), 'hex') from session where member_id = @ME;
  insert into totp (member_id, secret, since) values (@ME, 'motsecret', now());
  insert into passkey (member_id, credential_id, algorithm, public_key, sign_count, name) values (@ME, '@EMAIL', -7, 'motcle', 0, 'Clé de @FIRST, motpasskey');
  insert into recovery_code values (@ME, sha256('code @EMAIL'));
  insert into sign_in_step (browser, member_id, password_version) values (sha256('x'), @ME, 0);
  insert into email_change (member_id, former, address, done_at) values (@ME, 'motancienne.@EMAIL', '@EMAIL', now());
  insert into notification_choice values (@ME, 'message', 'digest');
  insert into membership (space_id, member_id, kind, role) values (@SECTION, @ME, 'adherent', 'secretary'), (@SECTION, @OTHER, 'adherent', 'member') on conflict do nothing;
  insert into section_request (section_id, member_id, words) values (@SECTION, @ME, 'motdemande de @FIRST');
  insert into section_request (section_id, member_id, answer, reply, answered_at, answered_by) values (@SECTION, @OTHER, 'refused', 'Une autre fois. @FIRST @LAST', now(), @ME);
  with own as (insert into space (kind, parent_id, name) select 'group', id, 'Motgroupe' from space where kind = 'national' returning id),
       told as (insert into group_profile select id, 'motdescription, par @FIRST @LAST', @ME from own)
    insert into membership (space_id, member_id) select id, @ME from own union all select id, @OTHER from own;
  insert into bond (member_id, coopain_id) values (@ME, @OTHER), (@OTHER, @ME) on conflict do nothing;
  insert into bond_request (from_id, to_id) values (@ME, @OTHER);
  insert into activity (kind, member_id, body) values ('status', @ME, 'motstatut');
  insert into activity (kind, member_id, other_id, body) values ('wall', @ME, @OTHER, 'motmurautre'), ('wall', @OTHER, @ME, 'motsurmonmur, @FIRST');
  with talk as (insert into thread (creator_id, subject) values (@ME, 'motobjet, de @FIRST @LAST') returning id),
       both_of_us as (insert into thread_member (thread_id, member_id) select id, @ME from talk union all select id, @OTHER from talk)
    insert into message (thread_id, author_id, body) select id, @ME, 'motmessage. @FIRST @LAST, @EMAIL, 0@PHONE, 12 impasse @LAST' from talk union all select id, @OTHER, 'motreponse' from talk;
  with alone as (insert into thread (creator_id, subject) values (@ME, 'motseul') returning id), mine as (insert into thread_member (thread_id, member_id) select id, @ME from alone)
    insert into message (thread_id, author_id, body) select id, @ME, 'motpourmoi' from alone;
  with past as (insert into event (creator_id, kind, state, title, description, invitation_text, address, space_ids, starts_at, ends_at, latitude, longitude)
      values (@ME, 'flat_meeting', 'published', 'Motpasse chez @FIRST', 'motdescriptif @EMAIL', 'motinvitation, @FIRST', '12 impasse @LAST', array[@SECTION], now() - interval '2 days', now() - interval '1 day', 47.2, 6.0) returning id),
       came as (insert into event_guest (event_id, member_id, answer, answered_at, invited_by) select id, @ME, 'yes', now(), @ME from past union all select id, @OTHER, 'yes', now(), @ME from past),
       there as (insert into event_attendance select id, @ME, 3 from past union all select id, @OTHER, 4 from past),
       told as (insert into event_report (event_id, author_id, minutes, doors_knocked, words) select id, @ME, 60, 7, 'motbilan de @FIRST' from past),
       arrive as (insert into event_arrivals (event_id, space_id, asked_by) select id, @SECTION, @ME from past),
       part as (insert into event_part (event_id, author_id, doors_knocked, words) select id, @ME, 7, 'motpart de @FIRST' from past returning id), both_went as (insert into event_part_member select id, @ME from part union all select id, @OTHER from part),
       again as (insert into event_reminder (event_id, audience, body, sent_by) select id, 'all', 'motrelance de @FIRST', @ME from past)
    insert into event_comment (event_id, author_id, body) select id, @ME, 'motcommentaire de @LAST' from past union all select id, @OTHER, 'motautrecommentaire' from past;
  insert into event (creator_id, kind, state, title, starts_at, ends_at) values (@ME, 'meeting', 'draft', 'Motbrouillon @LAST', now() + interval '1 day', now() + interval '2 days');
  insert into register_entry (section_id, first_name, last_name, email, phone, register_number, imported, imported_as, member_id)
    values (@SECTION, '@FIRST', '@LAST', '@EMAIL', '+33@PHONE', 'motnumero', '{"last_name": "@LAST"}', '@LAST @FIRST', @ME);
  with list as (insert into section_list (section_id, kind, name, manager_id) values (@SECTION, 'zone', 'motzone ' || @ME, @ME) returning id) insert into section_list_member select id, @ME from list;
  with list as (insert into section_list (section_id, kind, name) values (@SECTION, 'zone', 'motsortie ' || @ME) returning id) insert into section_list_out select id, @ME from list;
  insert into register_import (section_id, member_id, file_name, state) values (@SECTION, @ME, 'motfichier de @LAST.csv', 'done');
  insert into invitation (space_id, first_name, last_name, email, role, invited_by, member_id, accepted_at) values (@SECTION, '@FIRST', '@LAST', '@EMAIL', 'secretary', @OTHER, @ME, now());
  insert into invitation (space_id, first_name, last_name, email, role, invited_by) values (@SECTION, 'Autre', 'Invitée', 'motinvitee@exemple.test', 'secretary', @ME);
  insert into friend_invitation (member_id, email, words) values (@ME, 'motami@exemple.test', 'motpourami, @FIRST');
  insert into friend_invitation (member_id, email, joined_id, accepted_at) values (@OTHER, '@EMAIL', @ME, now());
  insert into preregistration (first_name, last_name, email, postcode) values ('@FIRST', '@LAST', '@EMAIL', '25000');
  insert into audit_entry (actor_id, member_id, space_id, act, detail) values (@OTHER, @ME, @SECTION, 'section.rank', 'motrang'), (@ME, @OTHER, @SECTION, 'section.rank', 'motrangautre');
  insert into office_act (section_id, member_id, for_id, power, act) values (@SECTION, @ME, @OTHER, 'members', 'motacte');
  insert into contact_message (kind, member_id, email, body) values ('contact', @ME, '@EMAIL', 'motequipe'), ('abuse', @ME, '@EMAIL', 'motsignalement, @FIRST @LAST');
  insert into section_profile (space_id, treasurer, bureau) values (@SECTION, '@FIRST @LAST', E'@LAST @FIRST\nAnna Martin') on conflict (space_id) do update set (treasurer, bureau) = (excluded.treasurer, excluded.bureau);
  insert into section_letter (section_id, sender_id, subject, body) values (@SECTION, @ME, 'Réunion', 'Venez. motcourrier, @FIRST @LAST, @EMAIL');
  insert into contact (section_id, first_name, last_name, email, origin) values (@SECTION, '@FIRST', '@LAST', '@EMAIL', 'marché');
  insert into welcome_letter (section_id, body, active) values (@SECTION, 'motaccueil de @FIRST @LAST', true);
  insert into newcomer values (@SECTION, @ME);
  insert into mail (kind, key, member_id, last_error) values ('motcourriel', 'motcourriel @ME', @ME, 'refused: <@EMAIL>');
  insert into mail (kind, key, address, detail) values ('motadresse', 'motadresse @EMAIL', '@EMAIL', '{"name": "@LAST"}');
  insert into job (kind, key, last_error) values ('essai', 'essai @ME', 'nothing for @EMAIL');
  insert into archive (member_id, asked_at) values (@ME, now() - interval '2 days');
  insert into archive_chunk select id, 0, convert_to('@FIRST @LAST', 'UTF8') from archive where member_id = @ME;
)";

inline Somebody make_somebody(const std::string& first, const std::string& last) {
  Somebody who{.first = first, .last = last, .email = "courriel." + last + "@exemple.test"};
  for (auto& letter : who.email) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  who.id = testing_db::member(first, last);
  who.other = testing_db::member("Malik", "Autrui");
  testing_db::national();
  who.section = testing_db::section(testing_db::federation());
  testing_db::owner().script(
      std::regex_replace(filled(everything, who), std::regex("\\b([Mm]ot[a-z]+)"), own_word("$1", who.id)));
  return who;
}

}  // namespace own_data
