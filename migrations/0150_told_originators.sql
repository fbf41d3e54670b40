-- Whoever raised a matter is told of what the city does with it, by the contacts that they left: deliveries like any other, to
-- somebody without an account. The delivery names the contact and holds nothing of it: erased, there is nowhere to send it. See ADR 150.

alter table delivery alter column account drop not null;
alter table delivery add column originator uuid;
alter table delivery add column contact uuid;
-- The act that is told of.
alter table delivery add column act uuid;
alter table delivery add foreign key (city, originator) references originator;
alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check check (channel in ('mail', 'webhook', 'sms'));
alter table delivery add constraint delivery_to_check check ((account is null) = (originator is not null)
  and (originator is null) = (contact is null) and (originator is null) = (act is null));
-- An act is told to a contact once.
create unique index delivery_told on delivery (city, act, contact) where act is not null;

-- The language in which an originator used the counter last. No act: it says how to write to them, and nothing is judged by it.
alter table originator add column language text not null default 'zh' check (language in ('zh', 'en'));
grant update (language) on originator to huiyin_app;
