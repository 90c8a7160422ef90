-- A08: what each member wants to be told of by mail, and when. No row: at once.
create table notification_choice (
  member_id bigint not null references member on delete cascade,
  kind text not null check (kind in ('message', 'wall', 'coopain', 'invitation', 'reminder', 'digest')), -- the digest itself can only be refused
  mail text not null check (mail in ('now', 'digest', 'none')),
  primary key (member_id, kind)
);
create index notification_choice_digest on notification_choice (member_id) where mail = 'digest';

-- What was refused by one click in a mail is the same choice.
insert into notification_choice (member_id, kind, mail)
  select member_id, case kind when 'events.invitation' then 'invitation' else 'reminder' end, 'none' from mail_refusal where kind in ('events.invitation', 'events.reminder');
drop table mail_refusal;
