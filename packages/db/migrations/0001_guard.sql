-- What a table definition cannot say: who may see which row, what the application may never do,
-- and the few functions that hold an invariant at the lowest level.

-- 1. The application role: owns nothing, bypasses nothing. -----------------------------------------
do $$
begin
  if not exists (select from pg_roles where rolname = 'goodword_app') then
    create role goodword_app nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole server: another database of ours may create it at the same moment
end $$;
--> statement-breakpoint
do $$
begin
  execute format('grant goodword_app to %I', current_user);
exception when others then
  if not pg_has_role(current_user, 'goodword_app', 'member') then raise; end if;
end $$;
--> statement-breakpoint
grant usage on schema public to goodword_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to goodword_app;
--> statement-breakpoint
grant usage on all sequences in schema public to goodword_app;
--> statement-breakpoint
-- Append-only for the application, by grant and not by habit.
revoke update, delete on engagement_plans, partner_group_terms, partner_group_moves, consents, interactions, audit_entries, outbox from goodword_app;
revoke update, delete on consents, interactions, audit_entries, outbox, agreement_acceptances from goodword_app;
--> statement-breakpoint
-- What was noted of a sign-in is forgotten after its time, and never rewritten.
revoke update on sign_ins from goodword_app;
--> statement-breakpoint
revoke insert, update, delete on ledger_accounts, ledger_transactions, ledger_postings, audit_seals, audit_head from goodword_app;
--> statement-breakpoint
insert into relay_cursor (id, xid, outbox_id) values (1, '0', 0);
--> statement-breakpoint
insert into audit_head (id, xid, seq, position, hash) values (1, '0', 0, 0, ''::bytea);
--> statement-breakpoint

-- 2. Row-level security ---------------------------------------------------------------------------
-- After a commit a transaction-local setting reads as '' and not as null: nullif keeps '' from matching.
create function goodword_audience() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('goodword.audience', true), ''), 'none') $$;
--> statement-breakpoint
create function goodword_partner() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('goodword.partner_id', true), '') $$;
--> statement-breakpoint
create function goodword_client() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('goodword.client_id', true), '') $$;
--> statement-breakpoint
create function goodword_account() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('goodword.account_id', true), '') $$;
--> statement-breakpoint
create function goodword_internal() returns boolean language sql stable parallel safe
  as $$ select goodword_audience() in ('staff', 'worker') $$;
--> statement-breakpoint
do $$
declare
  t text;
  scoped record;
begin
  -- Every table is guarded; staff and the worker see all rows, everybody else only what a line below opens.
  for t in select tablename from pg_tables where schemaname = 'public' and tablename !~ '^__' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- Security-definer functions below run as the owner; under FORCE even the owner needs a policy.
    execute format('create policy owner on %I to current_user using (true) with check (true)', t);
    -- As a subselect it is asked once per statement and not per row, and the planner takes it for one half and not for
    -- one hundredth of the rows: with the latter it reads and sorts whole tables for one page of a list.
    execute format('create policy internal on %I using ((select goodword_internal())) with check (goodword_internal())', t);
  end loop;

  -- The partner's own rows: read, and where it acts itself, write.
  for scoped in select * from (values
    ('partners', 'id', 'select'), ('partners', 'id', 'update'),
    ('engagements', 'partner_id', 'select'),
    ('engagement_plans', 'partner_id', 'select'),
    ('partner_group_moves', 'partner_id', 'select'),
    ('agreement_acceptances', 'partner_id', 'select'), ('agreement_acceptances', 'partner_id', 'insert'),
    ('credentials', 'partner_id', 'select'),
    ('documents', 'partner_id', 'select'), ('documents', 'partner_id', 'insert'),
    ('accounts', 'partner_id', 'select'),
    ('team_invitations', 'partner_id', 'select'), ('team_invitations', 'partner_id', 'insert'), ('team_invitations', 'partner_id', 'update'),
    ('partner_referrals', 'partner_id', 'select'), ('partner_referrals', 'partner_id', 'insert'),
    ('lead_shares', 'partner_id', 'select'), ('lead_shares', 'partner_id', 'update'),
    ('introductions', 'partner_id', 'select'), ('introductions', 'partner_id', 'update'),
    ('deals', 'partner_id', 'insert'),
    ('share_links', 'partner_id', 'select'), ('share_links', 'partner_id', 'insert'), ('share_links', 'partner_id', 'update'),
    ('link_names', 'partner_id', 'select'), ('link_names', 'partner_id', 'insert'), ('link_names', 'partner_id', 'update'),
    ('interactions', 'partner_id', 'select'),
    ('ledger_postings', 'partner_id', 'select')
  ) as v(tab, col, act) loop
    execute format(
      case scoped.act
        when 'insert' then $p$create policy partner_insert on %1$I for insert with check (goodword_audience() = 'partner' and %2$I = goodword_partner())$p$
        when 'update' then $p$create policy partner_update on %1$I for update using (goodword_audience() = 'partner' and %2$I = goodword_partner()) with check (%2$I = goodword_partner())$p$
        else $p$create policy partner_select on %1$I for select using (goodword_audience() = 'partner' and %2$I = goodword_partner())$p$
      end, scoped.tab, scoped.col);
  end loop;

  -- A partner gives its credentials; what becomes of them is ours to decide.
  create policy partner_insert on credentials for insert with check (
    goodword_audience() = 'partner' and partner_id = goodword_partner()
    and verified_at is null and refused_at is null and superseded_at is null);

  -- The client's own rows: in the patient portal, or in public after a token named the client.
  for scoped in select * from (values
    ('clients', 'id', 'select'), ('clients', 'id', 'update'),
    ('accounts', 'client_id', 'select'),
    ('client_groups', 'owner_client_id', 'select'), ('client_groups', 'owner_client_id', 'insert'),
    ('group_members', 'owner_client_id', 'select'), ('group_members', 'owner_client_id', 'insert'),
    ('consents', 'client_id', 'select'), ('consents', 'client_id', 'insert'),
    ('referral_requests', 'client_id', 'select'), ('referral_requests', 'client_id', 'insert'), ('referral_requests', 'client_id', 'update'),
    ('introductions', 'client_id', 'select'),
    ('invites', 'client_id', 'select'), ('invites', 'client_id', 'insert'), ('invites', 'client_id', 'update'),
    ('share_links', 'client_id', 'select'), ('share_links', 'client_id', 'insert'),
    ('interactions', 'client_id', 'select'), ('interactions', 'client_id', 'insert'),
    ('rewards', 'client_id', 'select'),
    ('credit_lots', 'client_id', 'select'),
    ('redemptions', 'client_id', 'select'),
    ('redemption_lots', 'client_id', 'select'),
    ('ledger_postings', 'client_id', 'select')
  ) as v(tab, col, act) loop
    execute format(
      case scoped.act
        when 'insert' then $p$create policy client_insert on %1$I for insert with check (goodword_audience() in ('patient', 'public') and %2$I = goodword_client())$p$
        when 'update' then $p$create policy client_update on %1$I for update using (goodword_audience() in ('patient', 'public') and %2$I = goodword_client()) with check (%2$I = goodword_client())$p$
        else $p$create policy client_select on %1$I for select using (goodword_audience() in ('patient', 'public') and %2$I = goodword_client())$p$
      end, scoped.tab, scoped.col);
  end loop;

  -- Catalogue and settings: every stated audience reads them.
  foreach t in array array['organisation', 'logos', 'partner_types', 'coverage', 'application_questions'] loop
    execute format($p$create policy reference on %I for select using (goodword_audience() <> 'none')$p$, t);
  end loop;

  -- Published versions are for all to read; a draft is ours.
  create policy reference on agreements for select using (goodword_audience() <> 'none' and published_at is not null);

  -- Everybody who acts leaves a trace and an event; reading them stays internal.
  foreach t in array array['audit_entries', 'audit_reasons', 'outbox'] loop
    execute format($p$create policy append on %I for insert with check (goodword_audience() <> 'none')$p$, t);
  end loop;

  -- The edge: resolves links, records interactions, takes events and checkout calls of system keys.
  foreach t in array array['share_links', 'link_names', 'api_keys', 'programs', 'partners', 'clients'] loop
    execute format($p$create policy edge_read on %I for select using (goodword_audience() = 'edge')$p$, t);
  end loop;
  foreach t in array array['idempotency_keys', 'inbound_events', 'redemptions', 'redemption_lots', 'credit_lots', 'rewards'] loop
    execute format($p$create policy edge on %I using (goodword_audience() = 'edge') with check (goodword_audience() = 'edge')$p$, t);
  end loop;
  -- What belongs to one person alone: not even colleagues see it.
  foreach t in array array['table_views', 'table_settings'] loop
    execute format('drop policy internal on %I', t);
    execute format('create policy own on %I using (account_id = (select goodword_account())) with check (account_id = goodword_account())', t);
  end loop;
  create policy edge_append on interactions for insert with check (goodword_audience() = 'edge');
end $$;
--> statement-breakpoint
-- Counters hold hashed keys only and are needed before anybody is known.
create policy counters on rate_limits using (true) with check (true);
--> statement-breakpoint
-- What a person is told and how is that person's alone: also among colleagues, and also for staff, who see all other
-- tables. The partner or client of the session has to agree where the row names one.
do $$
declare t text;
begin
  foreach t in array array['notifications', 'notification_choices', 'digest_choices', 'digests'] loop
    execute format($p$create policy own on %I
      using (account_id = (select goodword_account())
        and (partner_id is null or partner_id = (select goodword_partner()))
        and (client_id is null or client_id = (select goodword_client())))
      with check (account_id = goodword_account()
        and partner_id is not distinct from goodword_partner()
        and client_id is not distinct from goodword_client())$p$, t);
    execute format($p$create policy nobody_else on %1$I as restrictive
      using (current_user = %2$L or (select goodword_audience()) = 'worker' or account_id = (select goodword_account()))
      with check (current_user = %2$L or goodword_audience() = 'worker' or account_id = goodword_account())$p$,
      t, current_user);
  end loop;
end $$;
--> statement-breakpoint
-- A draft batch is a calculation: nobody has approved to pay it, and it may be corrected. Its payouts are shown to their
-- partners once a second person said yes. Batches themselves stay closed to partners, so the owner looks for them.
create function payout_is_released(batch text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from payout_batches b where b.id = batch and b.status <> 'draft')
$$;
--> statement-breakpoint
create policy partner_select on payouts for select
  using (goodword_audience() = 'partner' and partner_id = goodword_partner() and payout_is_released(batch_id));
--> statement-breakpoint
-- Whether the law lets a type be paid: for those who work in it. Who decided and why never leaves the admin app.
create policy partner_select on law_decisions for select using (
  goodword_audience() = 'partner'
  and exists (select from engagements e where e.partner_type_code = law_decisions.partner_type_code and e.partner_id = goodword_partner())
);
--> statement-breakpoint
-- The groups a partner is or was in, and their terms: it earns by them. Who else is in them it sees nowhere.
create policy partner_select on partner_groups for select using (
  goodword_audience() = 'partner'
  and exists (select from partner_group_moves m where m.to_group_id = partner_groups.id and m.partner_id = goodword_partner())
);
--> statement-breakpoint
create policy partner_select on partner_group_terms for select using (
  goodword_audience() = 'partner'
  and exists (select from partner_group_moves m where m.to_group_id = partner_group_terms.group_id and m.partner_id = goodword_partner())
);
--> statement-breakpoint
-- A program's offer is public while it runs.
create policy offer on programs for select
  using (goodword_audience() in ('public', 'patient') and status in ('active', 'paused'));
--> statement-breakpoint

-- 3. What a partner needs of a lead shared with it ---------------------------------------------------
-- A suspended partner keeps its work and sees nothing of any client until it returns.
create function partner_is_trusted(partner text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from partners p where p.id = partner and p.status not in ('suspended', 'terminated'))
$$;
--> statement-breakpoint
-- The leads and clients tables are closed to partners. This is the one window: rows behind the partner's own
-- shares, and only while a share can still show something. Which field may be shown is the serialiser's decision.
create function shared_lead_rows(share_ids text[])
returns table (
  share_id text, name text, email text, phone text, location text,
  region text, currency text, budget_min_minor bigint, budget_max_minor bigint, financing text, payment text,
  property_type text, place text, size text, amenities text[], move_in text, service_needed text, message text
)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, c.name, c.email, c.phone, c.location,
         l.region, l.currency, l.budget_min_minor, l.budget_max_minor, l.financing, l.payment,
         l.property_type, l.place, l.size, l.amenities, l.move_in, l.service_needed, l.message
  from lead_shares s
  join leads l on l.id = s.lead_id
  join clients c on c.id = l.client_id
  where s.id = any (share_ids)
    and (goodword_audience() in ('staff', 'worker')
         or (goodword_audience() = 'partner' and s.partner_id = goodword_partner() and partner_is_trusted(s.partner_id)))
    and s.status in ('sent', 'accepted', 'in_progress', 'closed')
$$;
--> statement-breakpoint
-- The consent events that decide about the partner's own shares and introductions (scope and decision, never wording or evidence).
create function consent_events_for(client_ids text[])
returns table (client_id text, seq bigint, purpose text, recipient_kind text, recipient text, scope text, decision text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.client_id, e.seq, e.purpose, e.recipient_kind, e.recipient, e.scope, e.decision
  from consents e
  where e.client_id = any (client_ids)
    and (goodword_audience() in ('staff', 'worker')
         or (goodword_audience() in ('patient', 'public') and e.client_id = goodword_client())
         or (goodword_audience() = 'partner'
             and (e.recipient_kind = 'class' or e.recipient = goodword_partner())
             and (exists (select from lead_shares s where s.client_id = e.client_id and s.partner_id = goodword_partner())
                  or exists (select from introductions i where i.client_id = e.client_id and i.partner_id = goodword_partner())
                  or exists (select from partner_referrals r where r.client_id = e.client_id and r.partner_id = goodword_partner()))))
$$;
--> statement-breakpoint
-- A partner who referred a client sees outcome and money only as far as the client lets us report them.
-- The same reading of the log as the pure function of the consent domain has; a test compares the two.
create function referral_is_reported(deal text, partner text, engagement text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select d.client_id, g.partner_type_code
    from deals d cross join engagements g
    where d.id = deal and g.id = engagement
      and (goodword_audience() in ('staff', 'worker') or (goodword_audience() = 'partner' and partner = goodword_partner()))
  ), said as (
    select distinct on (c.recipient_kind) c.recipient_kind, c.decision, c.seq
    from asked a join consents c on c.client_id = a.client_id
    where c.purpose = 'referral_report' and c.scope = 'report_to_referrer'
      and c.recipient = case c.recipient_kind when 'class' then a.partner_type_code else partner end
    order by c.recipient_kind, c.seq desc
  )
  select case
    when one.decision is null then coalesce(all_of.decision = 'granted', false)
    when one.decision = 'withdrawn' then false
    else all_of.decision is distinct from 'withdrawn' or all_of.seq < one.seq
  end
  from (select 1) as anything
    left join said one on one.recipient_kind = 'partner'
    left join said all_of on all_of.recipient_kind = 'class'
$$;
--> statement-breakpoint
-- What a partner closed itself it knows. Of a client whom it referred it hears with the client's leave, or when money
-- moves: the transfer and the invoice tell the amount anyway.
create function commission_is_told(line text, state text, payout text, deal text, partner text, engagement text)
returns boolean language sql stable as $$
  select line <> 'referral' or state in ('paid', 'invoiced', 'overdue', 'settled', 'written_off')
    or exists (select from payouts y where y.id = payout and y.sent_at is not null)
    or referral_is_reported(deal, partner, engagement)
$$;
--> statement-breakpoint
create policy partner_select on commissions for select using (
  goodword_audience() = 'partner' and partner_id = goodword_partner()
  and commission_is_told(plan_line, status, payout_id, deal_id, partner_id, engagement_id));
--> statement-breakpoint
create policy partner_select on deals for select using (
  goodword_audience() = 'partner' and partner_id = goodword_partner()
  and (share_id is not null or introduction_id is not null or referral_is_reported(id, partner_id, engagement_id)));
--> statement-breakpoint
-- The client of an introduction, for the partner of it, once the introduction was sent. Fields are filtered by the serialiser.
create function introduction_rows(introduction_ids text[])
returns table (
  introduction_id text, group_id text, group_name text, contact_name text, email text, phone text, location text,
  region text, group_size integer, currency text, price_min_minor bigint, price_max_minor bigint, timeline text, specific_need text
)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, g.id, g.name, c.name, c.email, c.phone, c.location,
         r.region, r.group_size, r.currency, r.price_min_minor, r.price_max_minor, r.timeline, r.specific_need
  from introductions i
  join referral_requests r on r.id = i.request_id
  join client_groups g on g.id = r.group_id
  join clients c on c.id = i.client_id
  where i.id = any (introduction_ids)
    and (goodword_audience() in ('staff', 'worker')
         or (goodword_audience() = 'partner' and i.partner_id = goodword_partner() and partner_is_trusted(i.partner_id)
             and i.status in ('intro_sent', 'connected', 'closed')))
$$;
--> statement-breakpoint

-- 4. The ledger: one way in, and it balances -------------------------------------------------------------
create function refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from added group by transaction_id, currency having sum(amount_minor) <> 0
  ) then
    raise exception 'ledger transaction does not balance' using errcode = '23514';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger ledger_postings_balance after insert on ledger_postings
  referencing new table as added for each statement execute function refuse_unbalanced();
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
-- What partners accepted stays word for word what it was.
create trigger agreements_published_stay before update or delete on agreements
  for each row when (old.published_at is not null) execute function refuse_change();
--> statement-breakpoint
-- A yearly check that was closed is what it was: neither it nor its items ever change.
create trigger yearly_checks_closed_stay before update or delete on yearly_checks
  for each row when (old.status = 'closed') execute function refuse_change();
--> statement-breakpoint
create function refuse_closed_check() returns trigger language plpgsql as $$
begin
  -- Held, so that nobody closes the check while an item of it is written.
  perform 1 from yearly_checks c
    where c.id = case when tg_op = 'DELETE' then old.check_id else new.check_id end and c.status = 'open' for share;
  if not found then
    raise exception 'the check is closed' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger yearly_check_items_closed_stay before insert or update or delete on yearly_check_items
  for each row execute function refuse_closed_check();
--> statement-breakpoint
create trigger ledger_postings_append_only before update or delete on ledger_postings
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger ledger_transactions_append_only before update or delete on ledger_transactions
  for each row execute function refuse_change();
--> statement-breakpoint
-- postings: [{ "kind", "currency", "amountMinor" (text), "partnerId"?, "clientId"? }].
-- Returns false when this (kind, reference) was posted before: a repeated cause changes nothing.
create function post_transaction(
  p_id text, p_kind text, p_reference text, p_occurred timestamptz, p_recorded timestamptz, p_postings jsonb
) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  lines integer;
begin
  if goodword_audience() not in ('staff', 'worker', 'edge', 'patient') then
    raise exception 'this audience cannot post to the ledger' using errcode = '42501';
  end if;
  insert into ledger_transactions (id, kind, reference_id, occurred_at, recorded_at)
  values (p_id, p_kind, p_reference, p_occurred, p_recorded)
  on conflict (kind, reference_id) do nothing;
  if not found then
    return false;
  end if;

  insert into ledger_accounts (id, kind, currency, partner_id, client_id)
  select distinct concat_ws(':', p->>'kind', coalesce(p->>'partnerId', p->>'clientId'), p->>'currency'),
         p->>'kind', p->>'currency', p->>'partnerId', p->>'clientId'
  from jsonb_array_elements(p_postings) p
  on conflict (id) do nothing;

  insert into ledger_postings (transaction_id, account_id, currency, amount_minor, partner_id, client_id)
  select p_id, concat_ws(':', p->>'kind', coalesce(p->>'partnerId', p->>'clientId'), p->>'currency'),
         p->>'currency', (p->>'amountMinor')::bigint, p->>'partnerId', p->>'clientId'
  from jsonb_array_elements(p_postings) p;
  get diagnostics lines = row_count;
  if lines < 2 then
    raise exception 'a ledger transaction needs at least two postings' using errcode = '23514';
  end if;
  return true;
end $$;
--> statement-breakpoint

-- 5. The audit chain --------------------------------------------------------------------------------
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
--> statement-breakpoint
-- Length-prefixed so that no two different rows share a text.
create function audit_text(e audit_entries) returns text language sql immutable as $$
  select string_agg(length(v) || ':' || v, '' order by n)
  from unnest(array[
    e.id, e.seq::text, e.xid::text, extract(epoch from e.occurred_at)::text, e.audience, e.actor_type, coalesce(e.actor_id, ''),
    e.action, e.subject_type, e.subject_id, coalesce(e.from_state, ''), coalesce(e.to_state, ''), e.fields, e.request_id
  ]) with ordinality as f(v, n)
$$;
--> statement-breakpoint
create function audit_step(state bytea, seed bytea, entry text) returns bytea language sql immutable
  as $$ select sha256(coalesce(state, seed) || convert_to(entry, 'UTF8')) $$;
--> statement-breakpoint
-- Running hash: each entry is hashed together with the hash before it, the first one with the seed.
create aggregate audit_chain(bytea, text) (sfunc = audit_step, stype = bytea);
--> statement-breakpoint
-- Seals committed entries in (xid, seq) order, below the oldest running transaction: nothing can still
-- appear before what is sealed. The head is locked, so one sealer works at a time.
create function seal_audit(batch integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_head;
  sealed integer;
begin
  if goodword_audience() <> 'worker' then
    raise exception 'only the worker seals' using errcode = '42501';
  end if;
  select * into head from audit_head where id = 1 for update;

  with picked as (
    select e.id, e.xid, e.seq, row_number() over (order by e.xid, e.seq) as n, audit_text(e) as entry
    from audit_entries e
    where (e.xid, e.seq) > (head.xid, head.seq) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq
    limit batch
  ), chained as (
    select id, xid, seq, n,
           audit_chain(head.hash, entry) over (order by n) as hash
    from picked
  ), written as (
    insert into audit_seals (position, audit_id, hash) select head.position + n, id, hash from chained
  ), last as (
    select * from chained order by n desc limit 1
  )
  update audit_head h set xid = last.xid, seq = last.seq, position = head.position + last.n, hash = last.hash
  from last where h.id = 1;

  select (select position from audit_head where id = 1) - head.position into sealed;
  return sealed;
end $$;
--> statement-breakpoint
-- Recomputes the chain and names every place where trail and chain disagree. No row: intact.
create function verify_audit() returns table (problem_position bigint, problem_entry text, problem text)
language sql stable security definer set search_path = public, pg_temp as $$
  with sealed as (
    select s.position, s.audit_id, s.hash, e.xid, e.seq, case when e.id is null then null else audit_text(e) end as entry
    from audit_seals s left join audit_entries e on e.id = s.audit_id
  ), replayed as (
    select *, sha256(coalesce(lag(hash) over w, ''::bytea) || convert_to(entry, 'UTF8')) as expected,
           lag(row(xid, seq)) over w as before, row(xid, seq) as here, row_number() over w as rank
    from sealed window w as (order by position)
  )
  select position, audit_id, 'the entry was deleted' from replayed where entry is null
  union all
  select position, audit_id, 'the entry was changed' from replayed where entry is not null and expected <> hash
  union all
  select position, audit_id, 'the entry was moved' from replayed where entry is not null and before is not null and before >= here
  union all
  select position, audit_id, 'a seal before this one is missing' from replayed where rank <> position
  union all
  select h.position, null, 'the end of the trail was cut off' from audit_head h
  where h.position <> (select coalesce(max(position), 0) from audit_seals)
  union all
  select null, e.id, 'the entry was slipped in behind the seal' from audit_entries e, audit_head h
  where (e.xid, e.seq) <= (h.xid, h.seq) and not exists (select from audit_seals s where s.audit_id = e.id)
$$;
--> statement-breakpoint
-- Whom a client was introduced to, once the introduction was sent.
create function introduced_partners(introduction_ids text[])
returns table (introduction_id text, partner_name text, contact_name text, email text, phone text, website text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, p.name, p.contact_name, p.email, p.phone, p.website
  from introductions i join partners p on p.id = i.partner_id
  where i.id = any (introduction_ids)
    and goodword_audience() = 'patient' and i.client_id = goodword_client()
    and i.status in ('intro_sent', 'connected', 'closed')
$$;
--> statement-breakpoint
-- What hangs on a partner besides its own profile, by table. Whoever was never used can be deleted, anybody else is
-- terminated. A table counts unless it is named here: one that is added later keeps a partner until somebody decides.
create function partner_uses(partner text) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  t text;
  used boolean;
begin
  if not goodword_internal() then
    raise exception 'partners are deleted by staff' using errcode = '42501';
  end if;
  for t in
    select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'partner_id'
      and c.table_name not in ('applications', 'credential_warnings', 'credentials', 'documents', 'engagements', 'team_invitations', 'tokens')
    order by 1
  loop
    execute format('select exists (select from %I where partner_id = $1)', t) into used using partner;
    if used then return next t; end if;
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function partner_uses, post_transaction, seal_audit, shared_lead_rows, consent_events_for, referral_is_reported, introduction_rows, introduced_partners, verify_audit from public;
--> statement-breakpoint
grant execute on function partner_uses, post_transaction, seal_audit, shared_lead_rows, consent_events_for, referral_is_reported, introduction_rows, introduced_partners, verify_audit to goodword_app;
--> statement-breakpoint

-- 6. The hottest path of the edge ------------------------------------------------------------------------
-- Resolves a share link and, given a visitor, records the click: one statement, one round trip, committed when it
-- answers. It speaks for the edge alone and runs with the rights of its caller: row-level security holds inside.
-- The code is asked first: it is what most links carry, and a name can then never stand before somebody's code.
create function follow_link(p_code text, p_skeleton text, p_visitor_hash text, p_occurred timestamptz)
returns table (code text, partner_id text, client_id text)
language plpgsql as $$
declare
  link record;
begin
  perform set_config('goodword.audience', 'edge', true);
  select l.id, l.code, l.partner_id, l.client_id into link
  from share_links l left join partners p on p.id = l.partner_id
  where l.code = p_code and l.revoked_at is null and (l.partner_id is null or p.status = 'active');
  if not found and p_skeleton is not null then
    select l.id, l.code, l.partner_id, l.client_id into link
    from link_names n join share_links l on l.id = n.link_id join partners p on p.id = l.partner_id
    where n.skeleton = p_skeleton and l.revoked_at is null and p.status = 'active';
  end if;
  if link.id is null then
    return;
  end if;
  if p_visitor_hash is not null then
    insert into interactions (kind, link_id, partner_id, client_id, visitor_hash, occurred_at)
    values ('click', link.id, link.partner_id, link.client_id, p_visitor_hash, p_occurred);
  end if;
  return query select link.code, link.partner_id, link.client_id;
end $$;
--> statement-breakpoint
revoke execute on function follow_link from public;
--> statement-breakpoint
grant execute on function follow_link to goodword_app;
