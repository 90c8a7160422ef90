-- Names are searched by search_key since 0016; nothing looks here any more, and each change of a name paid for it.
drop index member_name_key;
-- Made anew by the policies, with parameters of other names.
drop function if exists search_members(text, integer);
drop function if exists directory_candidates(text, bigint, bigint, text, text, text, bigint, integer);
