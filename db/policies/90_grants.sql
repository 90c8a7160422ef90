-- What each role may touch at all; the policies then say which rows.
grant usage on schema coopol to coopol_app, coopol_jobs;

grant select on department, commune, commune_postcode, outline, charter, legal_notice, phase to coopol_app;
grant select on delegation to coopol_app;
grant select on circle, membership, bond, bond_request, space, event_guest to coopol_app;
grant select, delete on session to coopol_app;
grant select, insert on charter_acceptance, audit_entry to coopol_app;
grant select on member to coopol_app;
grant update (first_name, last_name, visibility, found_by_address, city, country) on member to coopol_app;
grant select, insert, update, delete on member_contact, member_profile, member_interest, member_activity to coopol_app;
grant update (name, activated_at) on space to coopol_app;
grant select, insert, update on section_profile to coopol_app;
grant select on federation_count to coopol_app;
grant select on picture to coopol_app;
grant select on section_letter, letter_bounce to coopol_app;
grant select, insert, update, delete on section_audience to coopol_app;
grant select, update, delete on contact to coopol_app;
grant select, insert, update on welcome_letter to coopol_app;
grant select on newcomer to coopol_app;
grant select, delete on friend_invitation to coopol_app;
grant select, insert, update, delete on register_entry, register_import, invitation, section_list, register_matching, register_undo to coopol_app;
grant select, insert, update, delete on register_dues to coopol_app;
grant select on section_list_member, section_list_out, zone to coopol_app;  -- written by the functions of 44_zones.sql
grant select, insert on section_act to coopol_app;
grant select, delete on event to coopol_app;  -- never the counts, which a trigger keeps, nor who made it
grant insert (creator_id, kind, title, description, starts_at, ends_at, time_zone, all_day, online_url, address, complement, postcode, city, latitude, longitude, is_public, space_ids,
              invitation_text, goal, capacity) on event to coopol_app;
grant update (kind, state, title, description, starts_at, ends_at, time_zone, all_day, online_url, address, complement, postcode, city, latitude, longitude, is_public, space_ids,
              invitation_text, goal, capacity, sequence, published_at, cancellation_text, series_changed) on event to coopol_app;
grant select (id, section_id, member_id, words, leaves_id, asked_at, answer, reply, answered_at) on section_request to coopol_app;  -- never who answered
grant select on event_card, event_reminder, event_arrivals, event_host to coopol_app;
grant select on event_series, event_series_guest to coopol_app;  -- written by the functions of 62_event_series.sql
grant select (member_id, salt, token_hash, created_at, read_at), insert (member_id, salt, token_hash), update (salt, token_hash, created_at, read_at, digest), delete on calendar_feed to coopol_app;
grant select, delete on activity to coopol_app;
grant insert (kind, member_id, other_id, body, link) on activity to coopol_app;
grant select on activity_entry to coopol_app;
grant select, insert, update, delete on notification_choice to coopol_app;
grant select (id, member_id, session_id, since), delete on push_device to coopol_app;
grant insert, update (answer, answered_at, companions) on event_guest to coopol_app;
grant select, insert, delete on event_comment, event_attendance to coopol_app;
grant update (doors) on event_attendance to coopol_app;
grant select, insert, update on event_report to coopol_app;
grant select, delete on event_part to coopol_app;
grant insert (event_id, author_id, minutes, doors_knocked, doors_opened, leaflets, calls, posters, words),
      update (minutes, doors_knocked, doors_opened, leaflets, calls, posters, words, state, filed_at) on event_part to coopol_app;
grant select, insert, delete on event_part_member to coopol_app;
grant select on thread, message, group_profile to coopol_app;
grant select, update (read_at, hidden_at) on thread_member to coopol_app;
grant select on archive, archive_chunk to coopol_app;
grant update (done, total, ready_at, size) on archive to coopol_jobs;
grant insert, delete on archive_chunk to coopol_jobs;
grant select, insert, update, delete on register_line to coopol_jobs;
grant usage on sequence register_entry_id_seq to coopol_jobs;
grant select, update, delete on job, mail to coopol_jobs;
